using System.Text.Json;
using WorkflowAccountability.Bench;
using WorkflowAccountability.Bench.Workflows;
using WorkflowAccountability.Faults.Databases;

try
{
    var order = Order.Read(args);
    var (holds, figures) = order.What == "engine" ? await EngineAsync(order) : await InboxAsync(order);
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
    await using var database = await OwnDatabase.MakeAsync(order.Databases[0]);
    var figures = await new InboxBench(database, order.Items, Console.Out).RunAsync();
    return (figures.Holds, figures);
}

static async Task<(bool, object)> EngineAsync(Order order)
{
    var report = await new EngineBench(order.Databases, Console.Out).RunAsync();
    return (report.Holds, report);
}
