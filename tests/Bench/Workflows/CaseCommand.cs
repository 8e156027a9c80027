using Npgsql;
using WorkflowAccountability.Faults.Databases;
using WorkflowAccountability.Faults.Worlds;

namespace WorkflowAccountability.Bench.Workflows;

/// <summary>What a full command on a case costs: a form is submitted, with rules, work items, deadlines, audit and outbox in the same transaction.</summary>
/// <param name="PerSecond">How many a second, one after the other.</param>
/// <param name="CpuMs">Processor time of the site each.</param>
/// <param name="RoundTrips">Over the wire; none where there is no wire.</param>
internal sealed record CaseCommand(double PerSecond, double CpuMs, double RoundTrips, double Statements)
{
    private const int Rounds = 3, Times = 8;

    public static async Task<CaseCommand> MeasureAsync(OwnDatabase database)
    {
        var server = database is PostgreSqlDatabase ? new NpgsqlConnectionStringBuilder(database.Connection) : null;
        await using var wire = server is null ? null : new Wire(server.Host!, server.Port);
        var connection = server is null ? database.Connection
            : new NpgsqlConnectionStringBuilder(database.Connection) { Port = wire!.Port, SslMode = SslMode.Disable, GssEncryptionMode = GssEncryptionMode.Disable }.ConnectionString;
        await using var world = await World.MakeAsync(database.Connection);
        await using var measured = World.On(connection);
        var rounds = new List<Round>();
        var counted = (RoundTrips: 0L, Statements: 0L);
        for (var round = -2; round < Rounds; round++)
        {
            var commands = new List<Procedure.Commands.Command>();
            for (var time = 0; time < Times; time++)
                commands.Add(await (await PlayedCase.LaunchedAsync(world)).CompletionAsync("ProposeTeam", PlayedCase.Bureau, PlayedCase.Team));
            var before = wire?.Count ?? default;
            var one = await Round.OfAsync(Times, async () =>
            {
                foreach (var command in commands)
                    if (await measured.RunAsync(command) is not Procedure.Commands.Answer.Done)
                        throw new InvalidOperationException("A form was not taken.");
            });
            if (round < 0)
                continue;
            rounds.Add(one);
            counted = (counted.RoundTrips + (wire?.Count.RoundTrips ?? 0) - before.RoundTrips, counted.Statements + (wire?.Count.Statements ?? 0) - before.Statements);
        }
        var median = Round.MedianOf(rounds);
        return new CaseCommand(median.PerSecond, median.CpuMs, counted.RoundTrips / (double)(Rounds * Times), counted.Statements / (double)(Rounds * Times));
    }
}
