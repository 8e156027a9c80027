using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace WorkflowAccountability.Faults.Crashes;

/// <summary>The site in a process of its own, so that it can be killed.</summary>
internal sealed class ChildSite : IDisposable
{
    private readonly Process process;

    private ChildSite(Process process, Uri address) => (this.process, Address) = (process, address);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Starts this program again as a host that dies at a kill point.</summary>
    public static async Task<ChildSite> StartAsync(string connection, int killAt, bool withoutTransaction)
    {
        string[] arguments =
        [
            typeof(ChildSite).Assembly.Location, "host", "--database", connection,
            "--kill-at", killAt.ToString(CultureInfo.InvariantCulture),
            .. withoutTransaction ? ["--seed-bug", "no-transaction"] : Array.Empty<string>(),
        ];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        var process = Process.Start(start) ?? throw new Win32Exception("The host cannot be started.");
        var address = await process.StandardOutput.ReadLineAsync();
        return address is not null ? new ChildSite(process, new Uri(address))
            : throw new InvalidOperationException($"The host does not start: {await process.StandardError.ReadToEndAsync()}");
    }

    /// <summary>Waits for its death.</summary>
    public Task DeadAsync() => process.WaitForExitAsync();

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }
}
