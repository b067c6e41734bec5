using System.Data.Common;

namespace Junheng.Pipelines.Warehouse.Engine;

/// <summary>While it lives, a cancelled token stops what the connection is running.</summary>
sealed class Interruption : IDisposable
{
    // DuckDB forgets an interrupt that arrives just before a query starts, so it is repeated until the query gives up.
    static readonly TimeSpan Period = TimeSpan.FromMilliseconds(20);

    readonly CancellationToken cancellation;
    readonly DbCommand command;
    readonly Timer timer;
    readonly CancellationTokenRegistration registration;

    public Interruption(DbConnection connection, CancellationToken cancellation)
    {
        this.cancellation = cancellation;

        // Cancelling any command of a connection interrupts the connection.
        command = connection.CreateCommand();
        timer = new Timer(static state => ((DbCommand)state!).Cancel(), command, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        registration = cancellation.Register(() =>
        {
            // At once, on the canceller's own thread: the thread pool may be busy.
            command.Cancel();
            timer.Change(Period, Period);
        });
    }

    /// <summary>Runs one step; what the interrupt makes of it comes out as a cancellation, any other error as it is.</summary>
    public T During<T>(Func<T> step)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            return step();
        }
        catch (DbException) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellation);
        }
    }

    public void Dispose()
    {
        registration.Dispose();
        using (var stopped = new ManualResetEvent(initialState: false))
        {
            // Wait for a tick under way: it must not hit the connection's next query.
            if (timer.Dispose(stopped))
            {
                stopped.WaitOne();
            }
        }

        command.Dispose();
    }
}
