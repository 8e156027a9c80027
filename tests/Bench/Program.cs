using System.Text.Json;
using WorkflowAccountability.Bench;
using WorkflowAccountability.Faults.Databases;

try
{
    var order = Order.Read(args);
    await using var database = await OwnDatabase.MakeAsync(order.Database);
    var figures = await new InboxBench(database, order.Items, Console.Out).RunAsync();
    if (order.Json is { } file)
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(figures, JsonSerializerOptions.Web));
    return figures.Holds ? 0 : 1;
}
catch (ArgumentException misunderstanding)
{
    await Console.Error.WriteLineAsync(misunderstanding.Message);
    return 2;
}
