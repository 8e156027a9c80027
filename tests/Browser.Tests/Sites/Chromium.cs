using Microsoft.Playwright;

namespace WorkflowAccountability.Browser.Tests.Sites;

/// <summary>The system's Chromium; one process for all tests and for the screenshots, a new one when it no longer answers.</summary>
internal static class Chromium
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(60);
    private static Lazy<Task<IBrowser>> started = new(StartAsync);

    /// <summary>Where it lies; null where the machine has none.</summary>
    public static string? Path { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
        .SelectMany(folder => new[] { "chromium", "chromium-browser", "google-chrome" }.Select(name => System.IO.Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    /// <summary>Opens a window of its own: cookies, storage, language.</summary>
    /// <exception cref="TimeoutException">Neither the running browser nor a new one opens it within a minute.</exception>
    public static async Task<(IBrowserContext Context, IPage Page)> OpenAsync(BrowserNewContextOptions options)
    {
        try
        {
            return await OpenHereAsync(options).WaitAsync(patience);
        }
        catch (Exception gone) when (gone is TimeoutException or PlaywrightException)
        {
            await Console.Error.WriteLineAsync($"Chromium no longer opens a window and is started anew: {gone.Message}");
            started = new(StartAsync);
            return await OpenHereAsync(options).WaitAsync(patience);
        }
    }

    /// <summary>Closes a window. Chromium has been seen never to answer this; that is its own fault and not the page's, so the next window gets a new browser.</summary>
    public static async Task CloseAsync(IBrowserContext context)
    {
        try
        {
            await context.CloseAsync().WaitAsync(patience);
        }
        catch (TimeoutException)
        {
            await Console.Error.WriteLineAsync("Chromium does not close a window and is started anew.");
            started = new(StartAsync);
        }
    }

    private static async Task<(IBrowserContext, IPage)> OpenHereAsync(BrowserNewContextOptions options)
    {
        var context = await (await started.Value).NewContextAsync(options);
        return (context, await context.NewPageAsync());
    }

    private static async Task<IBrowser> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Path, Args = ["--no-sandbox", "--disable-gpu"] });
        AppDomain.CurrentDomain.ProcessExit += (_, _) => playwright.Dispose();
        return browser;
    }
}

/// <summary>A fact that needs Chromium: without one it is reported as skipped; one that hangs fails by name, for some of Playwright's calls wait for ever.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    internal const string Missing = "Chromium is missing: apt-get install chromium fonts-noto-cjk; scripts/test does it where it may.";
    internal const int Milliseconds = 300_000;

    /// <summary>Asks the machine.</summary>
    public BrowserFactAttribute() => (Skip, Timeout) = (Chromium.Path is null ? Missing : null, Milliseconds);
}

/// <summary>A theory that needs Chromium.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    /// <summary>Asks the machine.</summary>
    public BrowserTheoryAttribute() => (Skip, Timeout) = (Chromium.Path is null ? BrowserFactAttribute.Missing : null, BrowserFactAttribute.Milliseconds);
}
