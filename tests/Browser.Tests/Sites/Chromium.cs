using Microsoft.Playwright;

namespace WorkflowAccountability.Browser.Tests.Sites;

/// <summary>The system's Chromium; one process for all tests and for the screenshots.</summary>
internal static class Chromium
{
    private static readonly Lazy<Task<IBrowser>> started = new(StartAsync);

    /// <summary>Where it lies; null where the machine has none.</summary>
    public static string? Path { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
        .SelectMany(folder => new[] { "chromium", "chromium-browser", "google-chrome" }.Select(name => System.IO.Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    /// <summary>The running browser.</summary>
    public static Task<IBrowser> Running => started.Value;

    private static async Task<IBrowser> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Path, Args = ["--no-sandbox", "--disable-gpu"] });
        AppDomain.CurrentDomain.ProcessExit += (_, _) => playwright.Dispose();
        return browser;
    }
}

/// <summary>A fact that needs Chromium: without one it is reported as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    internal const string Missing = "Chromium is missing: apt-get install chromium fonts-noto-cjk; scripts/test does it where it may.";

    /// <summary>Asks the machine.</summary>
    public BrowserFactAttribute() => Skip = Chromium.Path is null ? Missing : null;
}

/// <summary>A theory that needs Chromium.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    /// <summary>Asks the machine.</summary>
    public BrowserTheoryAttribute() => Skip = Chromium.Path is null ? BrowserFactAttribute.Missing : null;
}
