namespace Junheng.Pipelines.Tests.Publishing.Figures;

/// <summary>One worker for all tests of figures: starting one costs seconds.</summary>
[CollectionDefinition(Name)]
public sealed class FigureCollection : ICollectionFixture<FigureBench>
{
    public const string Name = "figures";
}
