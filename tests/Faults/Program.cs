using WorkflowAccountability.Faults;
using WorkflowAccountability.Faults.Crashes;
using WorkflowAccountability.Faults.Databases;
using WorkflowAccountability.Faults.Deadlines;
using WorkflowAccountability.Faults.Races;
using WorkflowAccountability.Faults.Worlds;

try
{
    var order = Order.Read(args);
    if (order.Verb == "host")
    {
        await CrashHost.RunAsync(order.Databases[0], order.KillAt, order.WithoutTransaction);
        return 0;
    }
    var clean = true;
    foreach (var beside in order.Databases)
    {
        await using var database = await OwnDatabase.MakeAsync(beside);
        clean &= order.Verb == "races" ? await RaceAsync(database, order.Count)
            : order.Verb == "simulate" ? await new Simulation(database, order.Years, order.Cases, order.Seed, Console.Out).RunAsync()
            : await new CrashTest(database, order.WithoutTransaction, Console.Out).RunAsync();
    }
    return clean ? 0 : 1;
}
catch (ArgumentException misunderstanding)
{
    await Console.Error.WriteLineAsync(misunderstanding.Message);
    return 2;
}

static async Task<bool> RaceAsync(OwnDatabase database, int count)
{
    await Console.Out.WriteLineAsync($"{database.Product}:");
    await using var here = await World.MakeAsync(database.Connection);
    await using var there = here.Beside();
    var test = new RaceTest(here, there);
    await test.PrepareAsync(count);
    var officials = await test.TwoOfficialsAsync();
    await Console.Out.WriteLineAsync($"two officials: {officials.Shown("one winner")}");
    var branches = await test.TwoBranchesAsync();
    await Console.Out.WriteLineAsync($"two branches: {branches.Shown("both counted")}");
    return officials.IsClean && branches.IsClean;
}
