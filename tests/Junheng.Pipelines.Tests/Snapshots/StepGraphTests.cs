using Junheng.Models;
using Junheng.Pipelines.Warehouse.Steps;
using Junheng.Pipelines.Warehouse.Tables;

namespace Junheng.Pipelines.Tests.Snapshots;

public sealed class StepGraphTests
{
    [Fact]
    public void New_StepsInAnyOrder_PutsMakersFirst() =>
        Assert.Equal(["c", "b", "a"], new StepGraph([new Step("a", ["b"]), new Step("b", ["c"]), new Step("c", [])], "1").Ordered.Select(step => step.Name));

    [Fact]
    public void New_TwoMakersOfOneTable_Throws() =>
        Assert.Contains("a is made by one and by other", Fault(new Step("one", [], "a"), new Step("other", [], "a")), StringComparison.Ordinal);

    [Fact]
    public void New_InputThatNobodyMakes_Throws() =>
        Assert.Contains("a reads b, which no step makes", Fault(new Step("a", ["b"])), StringComparison.Ordinal);

    [Fact]
    public void New_StepsThatWaitForEachOther_Throws() =>
        Assert.Contains("waits for itself", Fault(new Step("a", ["b"]), new Step("b", ["a"])), StringComparison.Ordinal);

    [Fact]
    public void KeyOf_IdentityOfAnInputChanged_Changes()
    {
        Step reader = new("a", ["b"]), stranger = new("d", []);
        var before = new StepGraph([reader, new Step("b", []), stranger], "1");

        var after = new StepGraph([reader, new Step("b", []) { Identity = "another" }, stranger], "1");

        Assert.NotEqual(before.KeyOf(reader), after.KeyOf(reader));
        Assert.Equal(before.KeyOf(stranger), after.KeyOf(stranger));
    }

    [Fact]
    public void KeyOf_OtherEngine_Changes()
    {
        var step = new Step("a", []);

        Assert.NotEqual(new StepGraph([step], "1").KeyOf(step), new StepGraph([step], "2").KeyOf(step));
    }

    static string Fault(params IStep[] steps) => Assert.Throws<InvalidOperationException>(() => new StepGraph(steps, "1")).Message;

    sealed class Step(string name, IReadOnlyList<string> inputs, string? makes = null) : IStep
    {
        public string Name => name;

        public IReadOnlyList<string> Inputs => inputs;

        public IReadOnlyList<TableDocument> Outputs => [new TableDocument(makes ?? name, new Bilingual("", ""), ["id"], [])];

        public string Identity { get; init; } = "";

        public void Run(StepContext context)
        {
        }
    }
}
