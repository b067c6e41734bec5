using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Junheng.Models.Findings;

namespace Junheng.Pipelines.Tests.Ingest.Readers;

/// <summary>Files that are not what they should be: one clear finding each.</summary>
public sealed class HostileFileTests
{
    static TinyWorkbook Good => new TinyWorkbook().Sheet("示例", TinyWorkbook.Row(1, "学校", "人数") + TinyWorkbook.Row(2, "一小", "900"));

    public static TheoryData<string, string, string> Refused => new()
    {
        { "password", "a.xlsx", "FILE-PASSWORD" },
        { "password-xls", "a.xls", "FILE-PASSWORD" },
        { "cut", "a.xlsx", "FILE-DAMAGED" },
        { "cut-xls", "a.xls", "FILE-DAMAGED" },
        { "entities", "a.xlsx", "FILE-ENTITIES" },
        { "path", "a.xlsx", "FILE-PATH-IN-ARCHIVE" },
        { "bomb", "a.xlsx", "FILE-UNFOLDS-TOO-FAR" },
        { "lying-bomb", "a.xlsx", "FILE-DAMAGED" },
        { "wide", "a.xlsx", "FILE-TOO-MANY-COLUMNS" },
        { "tall", "a.xlsx", "FILE-TOO-MANY-ROWS" },
        { "html", "a.xls", "FILE-NOT-A-TABLE" },
        { "zip", "a.xlsx", "FILE-NOT-A-TABLE" },
        { "docx", "a.xlsx", "FILE-NOT-A-TABLE" },
        { "doc", "a.xls", "FILE-NOT-A-TABLE" },
        { "pdf", "a.csv", "FILE-NOT-A-TABLE" },
        { "empty", "a.xlsx", "FILE-EMPTY" },
        { "endless-line", "a.csv", "FILE-LINE-TOO-LONG" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Read_WhatCannotBeRead_IsOneErrorAndNothingElse(string kind, string name, string code)
    {
        var (_, findings) = ReadFile.Of(name, Bytes(kind));

        var finding = Assert.Single(findings);
        Assert.Equal((Severity.Error, code), (finding.Severity, finding.Code));
        Told.InBothLanguages(finding);
    }

    [Theory]
    [InlineData("macros", "a.xlsm", "FILE-MACROS", Severity.Warning)]
    [InlineData("links", "a.xlsx", "FILE-LINKS-OUT", Severity.Warning)]
    [InlineData("protected-xls", "a.xls", "FILE-ERRORS-HIDDEN", Severity.Warning)]
    [InlineData("good", "a.xls", "FILE-RENAMED", Severity.Note)]
    [InlineData("good", "a.csv", "FILE-RENAMED", Severity.Note)]
    public void Read_WhatCanBeReadAllTheSame_IsReadAndSaid(string kind, string name, string code, Severity severity)
    {
        var (rows, findings) = ReadFile.Of(name, Bytes(kind));

        Assert.Equal(["学校|人数", "一小|900"], rows.Select(ReadFile.Joined));
        Assert.Equal((severity, code), (Assert.Single(findings).Severity, findings[0].Code));
        Told.InBothLanguages(findings[0]);
    }

    static byte[] Bytes(string kind) => kind switch
    {
        "good" => Good.Bytes(),
        "password" => TinyXls.Container(("EncryptionInfo", [4, 0, 4, 0]), ("EncryptedPackage", new byte[5000])),
        "password-xls" => TinyXls.Encrypted("秘密", "示例", [["学校", "人数"], ["一小", 900.0]]),
        "protected-xls" => TinyXls.Encrypted("VelvetSweatshop", "示例", [["学校", "人数"], ["一小", 900.0]]),
        "cut" => Good.Bytes()[..^200],
        "cut-xls" => TinyXls.Workbook("示例", [["学校", 1.0]])[..1200],
        "entities" => new TinyWorkbook { Prologue = "<!DOCTYPE lolz [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>" }.Sheet("示例", TinyWorkbook.Row(1, "甲")).Bytes(),
        "path" => Good.Part("../../etc/cron.d/x", [1]).Bytes(),
        "bomb" => Good.Part("xl/media/bomb.bin", new byte[80 << 20]).Bytes(),
        "lying-bomb" => Lying(Good.Part("xl/worksheets/sheet2.xml", new byte[1 << 20]).Bytes()),
        "wide" => new TinyWorkbook().Sheet("示例", "<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>").Bytes(),
        "tall" => new TinyWorkbook().Sheet("示例", "<row r=\"2000000000\"><c r=\"A2000000000\"><v>1</v></c></row>").Bytes(),
        "html" => Encoding.UTF8.GetBytes("\r\n<html><body><table><tr><td>学校</td></tr></table></body></html>"),
        "zip" => Zip("a.csv"),
        "docx" => Zip("word/document.xml"),
        "doc" => TinyXls.Container(("WordDocument", new byte[5000])),
        "pdf" => Encoding.UTF8.GetBytes("%PDF-1.7"),
        "empty" => new TinyWorkbook().Sheet("示例", "").Bytes(),
        "endless-line" => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("1,", 5 << 20))),
        "macros" => Good.Part("xl/vbaProject.bin", [1, 2, 3]).Bytes(),
        "links" => Good.Part("xl/externalLinks/externalLink1.xml", Encoding.UTF8.GetBytes("<externalLink/>")).Bytes(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such file."),
    };

    static byte[] Zip(string name)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true)) archive.CreateEntry(name);
        return file.ToArray();
    }

    // The list at the archive's end says that the first sheet has 10 bytes: what is read must not exceed what was declared.
    static byte[] Lying(byte[] archive)
    {
        var name = "xl/worksheets/sheet1.xml"u8;
        var at = archive.AsSpan().LastIndexOf(name) - 46;
        BinaryPrimitives.WriteUInt32LittleEndian(archive.AsSpan(at + 24), 10);
        return archive;
    }
}
