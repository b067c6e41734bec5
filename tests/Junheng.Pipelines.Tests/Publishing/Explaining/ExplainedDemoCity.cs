namespace Junheng.Pipelines.Tests.Publishing.Explaining;

/// <summary>The demo city, built once for the tests of a class.</summary>
public sealed class ExplainedDemoCity : IDisposable
{
    internal ExplainedCity City { get; } = ExplainedCity.Demo();

    public void Dispose() => City.Dispose();
}
