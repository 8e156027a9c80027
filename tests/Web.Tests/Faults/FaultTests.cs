using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Faults;

public sealed partial class FaultTests(FaultySite faulty) : IClassFixture<FaultySite>, IDisposable
{
    private const string Secret = "Password=geheim";

    private readonly RunningSite site = faulty.Site;

    [Fact]
    public async Task A_page_that_does_not_exist_is_a_page_that_says_so()
    {
        using var official = await site.SignedInAsync("env-li");

        var page = await official.GetAsync("/nowhere");

        page.Status.ShouldBe(404);
        page.Language.ShouldBe("zh-CN");
        page.Text.ShouldStartWith("没有找到");
    }

    [Fact]
    public async Task The_page_about_a_wrong_address_speaks_the_readers_language()
    {
        using var official = await site.SignedInAsync("env-li", "en");

        var page = await official.GetAsync("/nowhere");

        page.Language.ShouldBe("en");
        page.Text.ShouldStartWith("Not found");
    }

    [Fact]
    public async Task An_unforeseen_fault_shows_a_mark_that_the_log_knows_and_no_details()
    {
        using var official = await site.SignedInAsync("env-li");
        faulty.Fault = new InvalidOperationException(Secret);

        var page = await official.GetAsync("/cases");

        page.Status.ShouldBe(500);
        page.Text.ShouldStartWith("系统出错");
        page.Text.ShouldNotContain("geheim");
        page.Text.ShouldNotContain("Exception");
        HeaderTests.ShouldBeGuarded(page, "a fault");
        var mark = Mark().Match(page.Text).Value;
        mark.ShouldNotBeEmpty();
        faulty.Log.ShouldContain(line => line.Contains(mark) && line.Contains(Secret));
    }

    [Fact]
    public async Task The_page_about_a_fault_speaks_the_readers_language()
    {
        using var official = await site.SignedInAsync("env-li", "en");
        faulty.Fault = new InvalidOperationException(Secret);

        var page = await official.GetAsync("/cases");

        page.Language.ShouldBe("en");
        page.Text.ShouldStartWith("Something went wrong");
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_not_blamed_on_the_official()
    {
        using var official = await site.SignedInAsync("env-li");
        faulty.Fault = new SqliteException(Secret, 14);

        var page = await official.GetAsync("/cases");

        page.Status.ShouldBe(503);
        page.Text.ShouldContain("您的提交没有生效，也没有保存一半。");
        page.Text.ShouldNotContain("geheim");
    }

    [Fact]
    public async Task After_a_fault_the_site_goes_on()
    {
        using var official = await site.SignedInAsync("env-li");
        faulty.Fault = new InvalidOperationException(Secret);
        await official.GetAsync("/cases");

        faulty.Fault = null;

        (await official.GetAsync("/cases")).Status.ShouldBe(200);
    }

    public void Dispose() => faulty.Fault = null;

    [GeneratedRegex("[0-9a-f]{32}|0HN[0-9A-Z:]+")]
    private static partial Regex Mark();
}

/// <summary>A site whose database fails on demand, and whose log can be read.</summary>
public sealed class FaultySite : IAsyncLifetime
{
    private readonly DirectoryInfo data = RunningSite.NewFolder();

    public RunningSite Site { get; private set; } = null!;

    /// <summary>What every read of the database throws; null while all is well.</summary>
    public Exception? Fault { get; set; }

    public ConcurrentQueue<string> Log { get; } = [];

    public async Task InitializeAsync() => Site = await RunningSite.StartAsync(data, adjust: services => services
        .AddSingleton<IInterceptor>(new Saboteur(this)).AddSingleton<ILoggerProvider>(new LogBook(Log)));

    public async Task DisposeAsync()
    {
        await Site.DisposeAsync();
        data.Delete(recursive: true);
    }

    private sealed class Saboteur(FaultySite site) : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
            site.Fault is { } fault ? throw fault : ValueTask.FromResult(result);
    }

    private sealed class LogBook(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
