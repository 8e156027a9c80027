using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.CaseRunner.Tests;

public sealed partial class LogTests
{
    private const string Case = "changji-inspection-2021.json";

    [Fact]
    public async Task The_log_of_a_whole_case_names_nobody_and_holds_nothing_that_anybody_wrote()
    {
        using var log = new Kept();
        var script = new ScriptReader(new StageCatalog()).Read(Path.Combine(Cases(), Case));
        await using var database = await FreshDatabase.MakeAsync(null);
        var clock = new CaseClock(script.Begins);
        await using (var site = await PlayedSite.StartAsync(database.Connection, clock, services => services.AddSingleton<ILoggerProvider>(log)))
        {
            using var browser = new Browser(site.Address);
            (await new Player(script, clock, site.Time(clock), browser, site.Record).PlayAsync()).Difference.ShouldBeNull();
            await browser.GetAsync("env-sun", "/nowhere");
        }

        var names = OrganisationSeed.Load().People.Select(person => person.Name).ToList();
        log.Lines.ShouldNotBeEmpty("the test must see the log, or it protects nothing");
        names.Count.ShouldBeGreaterThan(50);
        log.Lines.Where(line => names.Exists(name => line.Contains(name, StringComparison.Ordinal))).ShouldBeEmpty();
        log.Lines.Where(line => Hanzi().IsMatch(line)).ShouldBeEmpty("what people write is Chinese, what is logged is not");
    }

    private static string Cases()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder.FullName, "tests", "cases")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside of the repository.");
        return Path.Combine(folder.FullName, "tests", "cases");
    }

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Hanzi();

    private sealed class Kept : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> lines = [];

        public IReadOnlyCollection<string> Lines => lines;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            lines.Enqueue(state.ToString() ?? "");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
        }
    }
}
