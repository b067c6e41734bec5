using System.Globalization;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace Junheng.Pipelines.Publishing.Workbooks;

/// <summary>What may be typed into some cells, and what the spreadsheet says to whoever is there.</summary>
/// <param name="Title">Above the hint that shows while the cell is chosen.</param>
/// <param name="Hint">What belongs there.</param>
/// <param name="Refusal">Said to who types something else.</param>
public abstract record EntryRule(CellRange Cells, string Title, string Hint, string Refusal)
{
    const int MostTitle = 32;
    const int MostWords = 255;

    internal X.DataValidation Element()
    {
        var element = new X.DataValidation
        {
            AllowBlank = true,
            ShowInputMessage = true,
            ShowErrorMessage = true,
            SequenceOfReferences = new DocumentFormat.OpenXml.ListValue<DocumentFormat.OpenXml.StringValue> { InnerText = Cells.ToString() },
            PromptTitle = CellText.Cut(Title, MostTitle),
            Prompt = CellText.Cut(Hint, MostWords),
            Error = CellText.Cut(Refusal, MostWords),
        };
        Complete(element);
        return element;
    }

    protected abstract void Complete(X.DataValidation element);

    /// <summary>One of a few words, chosen from a drop-down.</summary>
    public sealed record OneOf(CellRange Cells, IReadOnlyList<string> Words, string Title, string Hint, string Refusal) : EntryRule(Cells, Title, Hint, Refusal)
    {
        /// <summary>Whether the words fit: they stand in the file as one text, with commas between.</summary>
        public static bool Fits(IReadOnlyList<string> words) =>
            words.Count > 0 && words.All(word => word.Length > 0 && !word.AsSpan().ContainsAny(',', '"')) && string.Join(',', words).Length <= MostWords;

        protected override void Complete(X.DataValidation element)
        {
            if (!Fits(Words)) throw new ArgumentException($"A drop-down cannot hold: {string.Join(", ", Words)}", nameof(element));
            element.Type = X.DataValidationValues.List;
            element.Append(new X.Formula1($"\"{string.Join(',', Words)}\""));
        }
    }

    /// <summary>A number within bounds.</summary>
    public sealed record Between(CellRange Cells, decimal Least, decimal Most, bool Whole, string Title, string Hint, string Refusal) : EntryRule(Cells, Title, Hint, Refusal)
    {
        protected override void Complete(X.DataValidation element)
        {
            element.Type = Whole ? X.DataValidationValues.Whole : X.DataValidationValues.Decimal;
            element.Operator = X.DataValidationOperatorValues.Between;
            element.Append(new X.Formula1(Least.ToString(CultureInfo.InvariantCulture)), new X.Formula2(Most.ToString(CultureInfo.InvariantCulture)));
        }
    }

    /// <summary>Anything; there is only the hint.</summary>
    public sealed record Anything(CellRange Cells, string Title, string Hint) : EntryRule(Cells, Title, Hint, "")
    {
        protected override void Complete(X.DataValidation element) => element.ShowErrorMessage = false;
    }
}
