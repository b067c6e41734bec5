namespace Junheng.Pipelines.Publishing.Documents.Binding;

/// <summary>A template, taken apart.</summary>
abstract record TemplateNode
{
    public sealed record Words(string Text) : TemplateNode;

    /// <summary><c>{{query.column}}</c>, or <c>{{column}}</c> of the row a section stands at.</summary>
    public sealed record Value(string Name, int Line) : TemplateNode;

    /// <summary><c>{{#name}}…{{/name}}</c>: once for each row of a query, or where a value is there and not zero; <c>{{^name}}</c>: where there is none.</summary>
    public sealed record Section(string Name, bool Inverted, IReadOnlyList<TemplateNode> Inside, int Line) : TemplateNode;
}
