using System.Text.Json;
using WorkflowAccountability.Bench;
using WorkflowAccountability.Bench.Workflows;
using WorkflowAccountability.Faults.Databases;

try
{
    var order = Order.Read(args);
    var (holds, figures) = order.What switch { "engine" => await EngineAsync(order), "overdue" => await OverdueAsync(order), _ => await InboxAsync(order) };
    if (order.Json is { } file)
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(figures, JsonSerializerOptions.Web));
    return holds ? 0 : 1;
}
catch (ArgumentException misunderstanding)
{
    await Console.Error.WriteLineAsync(misunderstanding.Message);
    return 2;
}

static async Task<(bool, object)> InboxAsync(Order order)
{
    var all = new List<Figures>();
    foreach (var items in order.Items)
    {
        await using var database = await OwnDatabase.MakeAsync(order.Databases[0]);
        all.Add(await new InboxBench(database, items, Console.Out).RunAsync());
    }
    return (all.All(figures => figures.Holds), all);
}

static async Task<(bool, object)> OverdueAsync(Order order)
{
    await using var database = await OwnDatabase.MakeAsync(order.Databases[0]);
    var morning = await new OverdueBench(database, order.Items[0], Console.Out).RunAsync();
    return (morning.Holds, morning);
}

static async Task<(bool, object)> EngineAsync(Order order)
{
    var report = await new EngineBench(order.Databases, Console.Out).RunAsync();
    return (report.Holds, report);
}
