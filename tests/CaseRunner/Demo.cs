using System.Globalization;
using System.Text;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Web.Start;

namespace WorkflowAccountability.CaseRunner;

/// <summary>The command: reads every script before it plays any, then plays each on a site and a database of its own.</summary>
internal static class Demo
{
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter said, TextWriter wrong)
    {
        // Names and notices are printed as the prefecture's officials read them, whatever the machine speaks.
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        try
        {
            var stages = new StageCatalog();
            var order = Order.Read(arguments);
            if (order.WritesSchema)
            {
                await said.WriteAsync(Schema.Write(stages));
                return 0;
            }
            var reader = new ScriptReader(stages);
            return await PlayAsync(order, [.. order.Files.Select(reader.Read)], said);
        }
        catch (Exception exception) when (exception is UnusableOrderException or UnusableScriptException or StartRefusedException
            or IOException or UnauthorizedAccessException)
        {
            await wrong.WriteLineAsync(exception.Message);
            return 1;
        }
    }

    private static async Task<int> PlayAsync(Order order, IReadOnlyList<Script> scripts, TextWriter said)
    {
        var coverage = new Coverage();
        var reports = new List<Report>();
        foreach (var script in scripts)
        {
            var report = await PlayAsync(order, script, coverage);
            reports.Add(report);
            await said.WriteLineAsync(report.Difference is null ? $"ok      {script.Name}" : $"FAILED  {script.Name}: {report.Difference}");
        }
        if (order.Json is { } path)
            await File.WriteAllTextAsync(path, Report.Write(reports, coverage), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        if (order.IsWhole && coverage.Missing is { Count: > 0 } missing)
            await said.WriteLineAsync($"not visited: {string.Join("; ", missing)}");
        await said.WriteLineAsync(coverage.ToString());
        return reports.TrueForAll(report => report.Difference is null) && !(order.IsWhole && coverage.Missing.Count > 0) ? 0 : 1;
    }

    private static async Task<Report> PlayAsync(Order order, Script script, Coverage coverage)
    {
        await using var database = await FreshDatabase.MakeAsync(order.Database);
        var clock = new CaseClock(script.Begins);
        await using var site = await PlayedSite.StartAsync(database.Connection, clock);
        using var browser = new Browser(site.Address);
        var report = await new Player(script, clock, site.Time(clock), browser, site.Record).PlayAsync();
        await site.Record.AddToAsync(coverage);
        return report;
    }
}
