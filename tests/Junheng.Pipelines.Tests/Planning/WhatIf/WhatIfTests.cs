using Junheng.Models.Findings;
using Junheng.Models.Numbers;
using Junheng.Pipelines.Planning.WhatIf;
using Junheng.Pipelines.Tests.Judging;
using Junheng.Pipelines.Warehouse.Engine;
using Junheng.Pipelines.Warehouse.Reading;
using Junheng.Pipelines.Warehouse.Supposing;

namespace Junheng.Pipelines.Tests.Planning.WhatIf;

/// <summary>Two schools of a county, judged by books; what is supposed of them, and what cannot be.</summary>
public sealed class WhatIfTests(WhatIfTests.Two two) : IClassFixture<WhatIfTests.Two>, IDisposable
{
    const string County = "210421";

    readonly string root = Directory.CreateTempSubdirectory("junheng-whatif-").FullName;
    EngineOptions Options => new(2, "1GB", Path.Combine(root, "tmp"));

    public void Dispose()
    {
        Directory.Delete(root, recursive: true);
    }

    [Fact]
    public void Change_ThatEvensACounty_ShowsEveryVerdictBeforeAndAfter_AndLeavesTheSnapshot()
    {
        var bytes = Directory.EnumerateFiles(two.Judged.Snapshot.Folder).ToDictionary(path => path, path => Convert.ToBase64String(File.ReadAllBytes(path)));
        var (quantities, findings) = Quantities("甲/books+=500", "乙/primary/pupils=120");

        Assert.Empty(findings);
        Assert.Equal([("all", (Rational)600), ("primary", 120)], quantities.Select(one => (one.Stage, one.Amount!.Value)));
        var rows = Compared(quantities);

        Assert.Contains(rows, row => row is ["cell", "filed_quantity", 2024, "甲", _, "all", "books", "100", "600"]);
        Assert.Contains(rows, row => row is ["verdict", "county_coefficient", 2024, County, _, "primary", "books", "not_met", "met"]);
        Assert.All(bytes, file => Assert.Equal(file.Value, Convert.ToBase64String(File.ReadAllBytes(file.Key))));
    }

    [Fact]
    public void Change_ToWhatIsFiled_ChangesNothing() => Assert.Empty(Compared(Quantities("甲/books=100").Quantities));

    [Fact]
    public void Changes_ThatCannotBe_AreAllSaidInOnePass() => Assert.Equal(
        ["WHATIF-UNREADABLE", "WHATIF-UNKNOWN-UNIT", "WHATIF-UNKNOWN-FIELD", "WHATIF-NO-STAGE", "WHATIF-NEGATIVE"],
        Quantities("甲 books 3", "丙/books=1", "甲/bocks=1", "甲/junior/pupils=1", "甲/books-=101").Findings.Select(finding => finding.Code));

    [Fact]
    public void File_OfChanges_SetsAndAdds()
    {
        var path = Path.Combine(root, "what-if.yaml");
        File.WriteAllText(path, "format: 1\nchanges:\n  - {unit: 甲, field: books, add: -40}\n  - {unit: 乙, stage: primary, field: pupils, set: 90}\n  - {unit: 乙, field: books, set: 1, add: 1}\n");
        var findings = new FindingList();

        var changes = WhatIfChange.ReadAll(path, findings);

        Assert.Equal([("甲", true, (Rational)(-40)), ("乙", false, 90)], changes.Take(2).Select(change => (change.Unit, change.Adds, change.Amount)));
        Assert.Equal("WHATIF-SET-OR-ADD", Assert.Single(findings).Code);
    }

    (IReadOnlyList<SupposedQuantity> Quantities, FindingList Findings) Quantities(params string[] said)
    {
        var findings = new FindingList();
        var changes = said.Select(one => WhatIfChange.Parse(one, findings)).OfType<WhatIfChange>().ToList();
        return (new WhatIfQuantities(two.Judged.Reader, 2024, findings).Of(changes, default), findings);
    }

    IReadOnlyList<IReadOnlyList<object?>> Compared(IReadOnlyList<SupposedQuantity> quantities)
    {
        var supposed = new SupposedSnapshot(two.Judged.Snapshot, Filing.Library, Path.Combine(root, "supposed"), Options).Of(quantities, default)!;
        using var after = SnapshotReader.Open(supposed, Options);
        return new WhatIfComparison(two.Judged.Snapshot, after, default).Rows().Rows;
    }

    /// <summary>Judged once: what is supposed leaves the snapshot as it is.</summary>
    public sealed class Two : IDisposable
    {
        internal Judged Judged { get; } = Filing.OfBooks(
        [
            new FiledSchool(County, "甲", "primary_school").Stage("primary", 100).Has(("books", 100)),
            new FiledSchool(County, "乙", "primary_school").Stage("primary", 100).Has(("books", 900)),
        ]).JudgeAll();

        public void Dispose() => Judged.Dispose();
    }
}
