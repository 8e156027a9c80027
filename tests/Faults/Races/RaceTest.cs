using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Faults.Worlds;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Stages.LaunchInvestigation;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Faults.Races;

/// <summary>How many races there were, how many ended as they must, how often something acknowledged was lost or a case got stuck.</summary>
public sealed record RaceResult(int Races, int Right, int Lost, int Stuck)
{
    /// <summary>Whether every race ended as it must.</summary>
    public bool IsClean => Races > 0 && Right == Races && Lost == 0 && Stuck == 0;

    /// <summary>The figures in words.</summary>
    public string Shown(string right) => $"{Races} races, {Right} {right}, {Lost} lost, {Stuck} stuck";

    internal RaceResult With(bool right, bool lost, bool stuck) =>
        new(Races + 1, Right + (right ? 1 : 0), Lost + (lost ? 1 : 0), Stuck + (stuck ? 1 : 0));
}

/// <summary>Two officials at the same moment, each on a node of his own: nothing in one process's memory can save them.</summary>
public sealed class RaceTest(World here, World there)
{
    private readonly List<PlayedCase> cases = [];

    /// <summary>Plays cases up to the decision on the launch.</summary>
    public async Task PrepareAsync(int count)
    {
        for (var made = 0; made < count; made++)
            cases.Add(await PlayedCase.RegisteredAsync(here));
    }

    /// <summary>Two officials decide one launch: one commits, the other is told who was first.</summary>
    public async Task<RaceResult> TwoOfficialsAsync()
    {
        var result = new RaceResult(0, 0, 0, 0);
        foreach (var played in cases)
        {
            var item = await played.ItemAsync("LaunchInvestigation");
            var answers = await AtOnceAsync(
                played.Completion(item, PlayedCase.Governor, PlayedCase.Launch),
                played.Completion(item, PlayedCase.DeputyGovernor, PlayedCase.Launch));
            var winner = Array.FindIndex(answers, answer => answer is Answer.Done) == 0 ? PlayedCase.Governor : PlayedCase.DeputyGovernor;
            var done = answers.Count(answer => answer is Answer.Done);
            var told = answers.OfType<Answer.TooLate>().SingleOrDefault()?.Item.ClosedBy;
            await using var db = here.Db();
            var kept = await db.Submissions.Where(form => form.CaseId == played.Id && form.FormName == nameof(LaunchInvestigationForm)).ToListAsync();
            result = result.With(
                right: done == 1 && kept is [{ PersonName: var first, PersonId: var by }] && by == winner
                    && told?.EndsWith(first, StringComparison.Ordinal) is true,
                lost: done > kept.Count, stuck: (await played.FaultsAsync()).Count > 0);
        }
        return result;
    }

    /// <summary>The team is proposed while the supervision decides: both count.</summary>
    public async Task<RaceResult> TwoBranchesAsync()
    {
        var result = new RaceResult(0, 0, 0, 0);
        foreach (var played in cases)
        {
            var before = await VersionAsync(played);
            var answers = await AtOnceAsync(
                await played.CompletionAsync("ProposeTeam", PlayedCase.Bureau, PlayedCase.Team),
                await played.CompletionAsync("DecideSupervision", PlayedCase.Supervisor, PlayedCase.Inquiry));
            var done = answers.Count(answer => answer is Answer.Done);
            await using var db = here.Db();
            var items = await db.WorkItems.Where(item => item.CaseId == played.Id).ToListAsync();
            var closed = items.Count(item => item is { Status: WorkItemStatus.Completed, ActivityId: "ProposeTeam" or "DecideSupervision" });
            var next = items.Exists(item => item is { Status: WorkItemStatus.Open, ActivityId: "ApproveTeam" });
            result = result.With(
                right: done == 2 && closed == 2 && next && await VersionAsync(played) == before + 2,
                lost: done > closed, stuck: (await played.FaultsAsync()).Count > 0);
        }
        return result;
    }

    private async Task<Answer[]> AtOnceAsync(Command left, Command right)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<Answer>[] racers =
        [
            Task.Run(async () => { await start.Task; return await here.RunAsync(left); }),
            Task.Run(async () => { await start.Task; return await there.RunAsync(right); }),
        ];
        start.SetResult();
        return await Task.WhenAll(racers);
    }

    private async Task<long> VersionAsync(PlayedCase played)
    {
        await using var db = here.Db();
        return await db.Cases.Where(file => file.Id == played.Id).Select(file => file.Version).SingleAsync();
    }
}
