using Junheng.Pipelines.Tests.Ingest;
using Junheng.Pipelines.Warehouse.Snapshots;

namespace Junheng.Pipelines.Tests.Snapshots;

public sealed class WarehouseLockTests : IDisposable
{
    readonly SmallSource source = new();
    readonly WarehouseFolder folder;

    public WarehouseLockTests() => folder = new WarehouseFolder(source.Warehouse);

    public void Dispose() => source.Dispose();

    [Fact]
    public void Take_HeldByAnother_NamesTheHolder()
    {
        using var held = Take("build", TimeSpan.Zero).Lock;

        var (second, holder) = Take("prune", TimeSpan.Zero);

        Assert.Null(second);
        Assert.Equal(("build", Environment.ProcessId), (holder!.Command, holder.Process));
    }

    [Fact]
    public async Task Take_LetGoMeanwhile_Waits()
    {
        var held = Take("build", TimeSpan.Zero).Lock!;
        var told = new List<LockHolder>();
        var letGo = Task.Run(async () =>
        {
            await Task.Delay(300);
            held.Dispose();
        });

        using var second = WarehouseLock.Take(folder, "prune", TimeSpan.FromSeconds(20), told.Add, CancellationToken.None).Lock;

        await letGo;
        Assert.NotNull(second);
        Assert.Equal("build", Assert.Single(told).Command);
    }

    [Fact]
    public void Take_HolderNotWrittenDownYet_WaitsBeforeNamingIt()
    {
        Directory.CreateDirectory(folder.Root);
        using var nameless = new FileStream(folder.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        var told = new List<LockHolder>();

        var (second, _) = WarehouseLock.Take(folder, "prune", TimeSpan.FromMilliseconds(150), told.Add, CancellationToken.None);

        Assert.Null(second);
        Assert.Empty(told);
    }

    [Fact]
    public void Take_Cancelled_StopsWaiting()
    {
        using var held = Take("build", TimeSpan.Zero).Lock;
        using var cancellation = new CancellationTokenSource(100);

        Assert.Throws<OperationCanceledException>(() =>
            WarehouseLock.Take(folder, "prune", TimeSpan.FromMinutes(5), _ => { }, cancellation.Token));
    }

    [Fact]
    public void Query_WhileAWriterHoldsTheLock_IsNotBlocked()
    {
        var outcome = source.Build();
        using var held = Take("build", TimeSpan.Zero).Lock;

        Assert.Equal(3L, outcome.Query(source, "select count(*) as n from school")[0, "n"]);
    }

    (WarehouseLock? Lock, LockHolder? Holder) Take(string command, TimeSpan patience) =>
        WarehouseLock.Take(folder, command, patience, _ => { }, CancellationToken.None);
}
