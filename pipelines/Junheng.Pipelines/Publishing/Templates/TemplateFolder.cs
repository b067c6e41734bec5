using System.Globalization;
using Junheng.Pipelines.Ingest.Sources;
using Junheng.Pipelines.Texts;

namespace Junheng.Pipelines.Publishing.Templates;

/// <summary>A folder to begin with: the workbook to fill in, and the source that reads it when it comes back.</summary>
public static class TemplateFolder
{
    public const string Workbook = "填报表.xlsx";

    /// <summary>Whether something would be written over: perhaps a workbook that somebody filled in.</summary>
    public static bool IsTaken(string folder) => File.Exists(Path.Combine(folder, Workbook)) || File.Exists(Path.Combine(folder, SourceReader.FileName));

    /// <param name="asOf">The date that stands for today in the source.</param>
    /// <returns>What was written.</returns>
    public static IReadOnlyList<string> Write(string folder, IReadOnlyList<FilingForm> forms, string rulePack, DateOnly asOf, TextBook texts)
    {
        var (workbook, source) = (Path.Combine(folder, Workbook), Path.Combine(folder, SourceReader.FileName));
        TemplateWorkbook.Write(workbook, forms, texts);
        AtomicFile.Write(source, SourceOf(forms, rulePack, asOf));
        return [workbook, source];
    }

    /// <summary>Reads every workbook of the folder: one a county, under any name.</summary>
    static string SourceOf(IReadOnlyList<FilingForm> forms, string rulePack, DateOnly asOf) => string.Create(CultureInfo.InvariantCulture, $$"""
        # 读取本文件夹中填好的工作簿。Reads the filled workbooks of this folder: junheng run <this folder>
        format: 1
        id: my-filing           # 小写字母、数字、连字符 small letters, digits, hyphens
        title: {zh: 填报, en: Filing}
        as_of: {{asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}}
        rule_pack: {{rulePack}}
        map: {{TemplateMap.Id}}
        missing: ['-', '—', '/', '无']
        files:
          - files: "*.xlsx"
            datasets: [{{string.Join(", ", forms.Select(form => form.Dataset.Name))}}]

        """);
}
