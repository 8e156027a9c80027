using WorkflowAccountability.Faults.Worlds;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.WorkItems;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Faults.Deadlines;

/// <summary>A case that goes to its end, unless its officials fall asleep; the damage is assessed meanwhile (D08), and periods are extended.</summary>
internal sealed class WholeCase(string caseId, Random chance)
{
    // Who extends which period, by how much of its unit.
    private static readonly Dictionary<string, (string By, int Length)> extensions = new()
    {
        ["D03"] = (PlayedCase.Governor, 5), ["D04"] = (PlayedCase.Governor, 5), ["D07c"] = (PlayedCase.Governor, 30), ["D09"] = ("supervision-guo", 3), ["D13"] = (PlayedCase.Governor, 20),
    };

    private readonly SimulatedMatter matter = new(((string?[])["Ⅰ", "Ⅱ", "Ⅲ", null])[chance.Next(4)], chance.Next(2) == 0);
    private readonly SimulatedRemedies? remedies = chance.Next(3) == 0 ? new(caseId, chance) : null;
    private bool superiorAsks = chance.Next(4) == 0;
    private (string Id, int ActsLeft)? stop;
    private bool wasStopped;

    public string CaseId => caseId;

    /// <summary>The event's level; null where there was none.</summary>
    public string? Level => matter.Level;

    public bool IsOver { get; private set; }

    public static async Task<WholeCase> StartAsync(World world, Random chance)
    {
        var done = (Answer.Done)await world.RunAsync(new StartCase(PlayedCase.NewId(), "env-sun", Filled.Lead.Title, "accountability-procedure"));
        return new WholeCase(done.Path["/cases/".Length..], chance);
    }

    /// <summary>One act of one official.</summary>
    public async Task GoOnAsync(DateOnly today, World world)
    {
        var items = new OpenItems(world, caseId);
        // What is late is laid before the supervisors' office too, which follows none of it up here.
        var open = (await items.ToDoAsync()).FindAll(item => item.ActivityId != "FileOrder");
        if (remedies is { IsOver: false } && (open.Count == 0 || chance.Next(4) == 0))
        {
            await remedies.GoOnAsync(today, world);
            return;
        }
        // One in sixty falls asleep at each step and stays late for as long as the simulation lasts, now and then with its clock stopped.
        if (open.Count == 0 || chance.Next(60) == 0)
            IsOver = true;
        else if (superiorAsks && chance.Next(6) == 0)
            await AskAsync(world);
        else if (stop is { ActsLeft: 0 } || (stop is null && !wasStopped && chance.Next(5) == 0 && open.Exists(item => item.DeadlineCode?.StartsWith("D07", StringComparison.Ordinal) is true)))
            await StopOrGoOnAsync(today, world);
        else if (chance.Next(10) == 0 && open.Find(MayBeExtended) is { } late)
            await ExtendAsync(late, world);
        else
            await CompleteAsync(items, open, today, world);
        stop = stop is { ActsLeft: > 0 } lasting ? lasting with { ActsLeft = lasting.ActsLeft - 1 } : stop;
    }

    // A superior's inquiry beside the own one, once.
    private async Task AskAsync(World world)
    {
        superiorAsks = false;
        var answer = await world.RunAsync(new OpenSuperiorTrack(PlayedCase.NewId(), PlayedCase.Governor, caseId));
        if (answer is not Answer.Done)
            throw new InvalidOperationException($"The superior's track was not opened: {Shown(answer)}");
    }

    // The review is extended for extraordinarily serious events only.
    private bool MayBeExtended(WorkItem item) => item.DeadlineCode is { } code && extensions.ContainsKey(code) && (code != "D13" || matter.Level == "Ⅰ");

    private async Task StopOrGoOnAsync(DateOnly today, World world)
    {
        var (command, ends) = (PlayedCase.NewId(), stop is not null);
        var answer = await world.RunAsync(new StopDeadlines(command, PlayedCase.Bureau, caseId, stop?.Id, "D08", today, "开展损害评估。"));
        if (answer is not Answer.Done)
            throw new InvalidOperationException($"D08 was not recorded: {Shown(answer)}");
        (wasStopped, stop) = (true, ends ? null : (command, chance.Next(1, 9)));
    }

    // What has passed, stands still or was extended already is refused, and nothing moves.
    private async Task ExtendAsync(WorkItem item, World world)
    {
        var (by, length) = extensions[item.DeadlineCode!];
        var answer = await world.RunAsync(new ExtendDeadline(PlayedCase.NewId(), by, caseId, item.Id, length, "案情复杂。", "昌州政函〔示例〕9号"));
        if (answer is not (Answer.Done or Answer.Refused))
            throw new InvalidOperationException($"{item.DeadlineCode} was not extended: {Shown(answer)}");
    }

    private async Task CompleteAsync(OpenItems items, List<WorkItem> open, DateOnly today, World world)
    {
        var refusals = new List<string>();
        foreach (var item in open.Skip(chance.Next(open.Count)).Concat(open).Distinct())
            foreach (var person in await items.AbleAsync(item))
            {
                var answer = await world.RunAsync(new CompleteWorkItem(PlayedCase.NewId(), person, caseId, item.Id, item.Version, SimulatedForms.For(item, matter, today)));
                if (answer is Answer.Done)
                    return;
                refusals.Add($"{item.ActivityId}/{item.Seat} by {person}: {Shown(answer)}");
            }
        throw new InvalidOperationException($"The case is stuck on {today:O}: {string.Join("; ", refusals)}");
    }

    private static string Shown(Answer answer) =>
        answer is Answer.Refused refused ? string.Join(' ', refused.Rulings.Select(ruling => ruling.Reason)) : answer.ToString();
}
