using Junheng.Models;
using Junheng.Models.Applications;
using Junheng.Pipelines.Ingest.Applications;
using Junheng.Pipelines.Publishing.Explaining.Words;

namespace Junheng.Pipelines.Publishing.Reviewing;

/// <summary>What stands in each blank of the form for one county, as text; empty where we do not compute it, or do not know it.</summary>
/// <param name="figures">Null for a form left blank.</param>
sealed class FilledForm(ApplicationForm form, ComputedFigures? figures)
{
    const string Gap = "＿＿";

    public Computed Of(AskedFigure asked, string school = "", string stage = "") => figures?.Of(asked, school, stage) ?? Computed.Unknown("");

    public string Text(AskedFigure asked, Computed computed)
    {
        if (asked.NotComputed is not null || !computed.IsKnown) return "";
        if (computed.Word is not { } word) return Number.Rounded(computed.Number!.Value / FormUnit.FactorOf(asked), asked.Decimals);
        return asked.Words.Count > 0 ? asked.Words[word][0] : word == Verdict.Met.Word() ? form.Met[0] : form.NotMet[0];
    }

    /// <summary>The sentence of a row with what is known in its blanks, and a line where nothing is.</summary>
    public string Sentence(ApplicationRow row) => SentencePattern.Printed(
        row.Says, blank => row.Blanks[blank].Under(row.Asked) is var asked && Text(asked, Of(asked)) is { Length: > 0 } text ? text : Gap);
}
