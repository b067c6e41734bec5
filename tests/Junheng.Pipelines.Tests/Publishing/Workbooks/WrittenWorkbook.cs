using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using ExcelDataReader;

namespace Junheng.Pipelines.Tests.Publishing.Workbooks;

/// <summary>A workbook as others see it: the format's own validator, and a reader that is not ours.</summary>
static class WrittenWorkbook
{
    static WrittenWorkbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static void IsValid(string path)
    {
        using var document = SpreadsheetDocument.Open(path, isEditable: false);
        var errors = new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document).Select(error => $"{error.Path?.XPath} {error.Description}").ToList();
        Assert.True(errors.Count == 0, string.Join('\n', errors));
    }

    /// <summary>Every sheet's cells as text, trailing blanks dropped.</summary>
    public static List<(string Sheet, List<string[]> Rows)> Read(string path)
    {
        using var stream = File.OpenRead(path);
        using var reader = ExcelReaderFactory.CreateReader(stream);
        var sheets = new List<(string, List<string[]>)>();
        do
        {
            var rows = new List<string[]>();
            while (reader.Read())
                rows.Add(Enumerable.Range(0, reader.FieldCount).Select(column => Convert.ToString(reader.GetValue(column), System.Globalization.CultureInfo.InvariantCulture) ?? "").Reverse().SkipWhile(text => text.Length == 0).Reverse().ToArray());
            sheets.Add((reader.Name, rows));
        }
        while (reader.NextResult());
        return sheets;
    }
}
