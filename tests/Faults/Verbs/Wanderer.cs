using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Faults.Worlds;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Handovers;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Proxies;
using WorkflowAccountability.Procedure.Site;
using WorkflowAccountability.Procedure.WorkItems;
using WorkflowAccountability.Procedure.WorkItems.Verbs;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Faults.Verbs;

/// <summary>Does to one case whatever officials can do to its work items, lawful or not, by people drawn by lot.</summary>
public sealed class Wanderer(World world, string caseId, int seed)
{
    /// <summary>Every verb by its name.</summary>
    public static IReadOnlyList<string> Verbs { get; } =
    [
        "claim", "release", "reassign", "delegate", "hand-back", "take-back", "return", "recall", "ask", "unask", "opinion", "copy", "urge", "answer", "complete", "see",
        "proxy", "end-proxy", "end-post", "hand-over",
    ];

    private static readonly string[] leavers = ["env-li", "org-dept-peng", "supervision-xu"];
    private readonly Random lot = new(seed);
    private readonly DirectorySource directories = new();
    private readonly OpenItems items = new(world, caseId);
    private string lastRefusal = "";

    /// <summary>How often each verb was carried out, not refused.</summary>
    public Dictionary<string, int> Done { get; } = [];

    /// <summary>A new case of the shipped procedure with nothing done to it yet.</summary>
    public static async Task<Wanderer> StartAsync(World world, int seed)
    {
        var done = (Answer.Done)await world.RunAsync(new StartCase(PlayedCase.NewId(), "env-sun", Filled.Lead.Title, "accountability-procedure"));
        return new Wanderer(world, done.Path["/cases/".Length..], seed);
    }

    /// <summary>Completes items until one of an activity's seat waits.</summary>
    public async Task ReachAsync(string activity, string? seat = null)
    {
        for (var step = 0; step < 60; step++)
        {
            var open = await items.ToDoAsync();
            if (open.Exists(item => item.ActivityId == activity && (seat is null || item.Seat == seat)))
                return;
            if (!await StepAsync([.. open.OrderBy(item => item.Walled)]))
                throw new InvalidOperationException($"The case is stuck before {activity}: {string.Join(", ", open.Select(item => item.ActivityId))}");
        }
        throw new InvalidOperationException($"{activity} was never reached.");
    }

    /// <summary>Brings the case to its end by completing what is open; answers what is still open when nothing more can be done.</summary>
    public async Task<IReadOnlyList<string>> FinishAsync()
    {
        for (var step = 0; step < 120; step++)
        {
            var open = await items.ToDoAsync();
            if (open.Count == 0 || !await StepAsync(open))
                return [.. open.Select(item => $"{item.ActivityId}/{item.Seat} to {item.CandidateKey}, assignee {item.AssigneeId}, delegate {item.DelegateId}: {lastRefusal}")];
        }
        return ["The case goes round and round."];
    }

    /// <summary>Tries a verb on an item, or on one drawn by lot; every answer is right but an exception.</summary>
    public async Task<Answer?> TryAsync(string verb, string? activity = null)
    {
        var item = await DrawAsync(verb, activity);
        if (item is null || await CommandAsync(verb, item) is not { } command)
            return null;
        var answer = await world.RunAsync(command);
        if (answer is Answer.Done)
            Done[verb] = Done.GetValueOrDefault(verb) + 1;
        return answer;
    }

    /// <summary>Everything in the case's rows that contradicts itself.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync()
    {
        await using var db = world.Db();
        return await VerbFaults.OfAsync(db, caseId, await directories.CurrentAsync(db, CancellationToken.None), world.Clock.GetUtcNow());
    }

    private async Task<bool> StepAsync(IReadOnlyList<WorkItem> open)
    {
        foreach (var item in open)
        {
            // Whoever waits for an opinion stops waiting; whoever was away is given leave to come back by nobody but himself.
            foreach (var person in await items.AbleAsync(item))
            {
                await world.RunAsync(new AskOpinion(PlayedCase.NewId(), person, caseId, item.Id, null, Withdraw: true, "不再等待。"));
                var now = await ItemAsync(item.Id);
                var answer = await world.RunAsync(new CompleteWorkItem(PlayedCase.NewId(), person, caseId, item.Id, now.Version, RightForm.For(now)));
                if (answer is Answer.Done)
                    return true;
                lastRefusal = answer is Answer.Refused refused ? string.Join("; ", refused.Rulings.Select(ruling => ruling.Reason)) : answer.GetType().Name;
            }
        }
        return false;
    }

    private async Task<Command?> CommandAsync(string verb, WorkItem item)
    {
        var able = await items.AbleAsync(item);
        // Mostly those who may, sometimes anybody.
        var by = lot.Next(8) == 0 || able.Count == 0 ? await AnybodyAsync() : able[lot.Next(able.Count)];
        var to = lot.Next(3) == 0 ? await AnybodyAsync() : able.Count > 0 ? able[lot.Next(able.Count)] : by;
        var id = PlayedCase.NewId();
        await using var db = world.Db();
        return verb switch
        {
            "claim" => new ClaimWorkItem(id, by, caseId, item.Id, Release: false),
            "release" => new ClaimWorkItem(id, item.AssigneeId ?? by, caseId, item.Id, Release: true),
            "reassign" => new ReassignWorkItem(id, by, caseId, item.Id, null, to, "工作调整。"),
            "delegate" => new DelegateWorkItem(id, item.AssigneeId ?? by, caseId, item.Id, null, to, "请先起草。"),
            "hand-back" => new HandBackWorkItem(id, item.DelegateId ?? by, caseId, item.Id, null, lot.Next(2) == 0 ? null : RightForm.For(item), "已办。"),
            "take-back" => new HandBackWorkItem(id, item.AssigneeId ?? by, caseId, item.Id, null, null, "收回。"),
            "return" => new ReturnWorkItem(id, by, caseId, item.Id, null,
                ((string[])["BackToSection", "Returned", "Facts", "Causes", "Responsibility", "Grounds", "Proposals", "BackToOpinions", "Back"])[lot.Next(9)], "请补充。"),
            "recall" => await db.Submissions.Where(form => form.Id == item.Id).Select(form => form.PersonId).SingleOrDefaultAsync() is { } submitter
                ? new RecallSubmission(id, submitter, caseId, item.Id, "填写有误。") : null,
            "ask" => new AskOpinion(id, by, caseId, item.Id, to, Withdraw: false, "请提出意见。"),
            "unask" => new AskOpinion(id, by, caseId, item.Id, null, Withdraw: true, "不再等待。"),
            "opinion" => await db.Set<AskedOpinion>().Where(asked => asked.CaseId == caseId && asked.GivenAt == null).OrderBy(asked => asked.Id).FirstOrDefaultAsync() is { } asked
                ? new GiveOpinion(id, asked.AskedOf, caseId, asked.Id, "同意。") : null,
            "copy" => new CopyWorkItem(id, by, caseId, item.Id, [to], ""),
            "urge" => new UrgeWorkItem(id, item.SentById ?? by, caseId, item.Id, "请抓紧。"),
            "answer" => new AnswerUrge(id, by, caseId, item.Id, "本周办结。"),
            "complete" => new CompleteWorkItem(id, by, caseId, item.Id, item.Version, RightForm.For(item)),
            "proxy" => new GiveProxy(id, by, to, DateOnly.FromDateTime(world.Clock.GetUtcNow().AddHours(8).DateTime),
                DateOnly.FromDateTime(world.Clock.GetUtcNow().AddDays(3).DateTime), [], "出差。"),
            "end-proxy" => await db.Set<Proxy>().Where(proxy => proxy.EndedAt == null).OrderBy(proxy => proxy.Id).FirstOrDefaultAsync() is { } proxy
                ? new EndProxy(id, proxy.PrincipalId, proxy.Id) : null,
            "end-post" => leavers[lot.Next(leavers.Length)] is var leaver && await db.Posts.Where(post => post.PersonId == leaver && post.To == null)
                .Select(post => post.Id).FirstOrDefaultAsync() is { } post ? await EndOfPost.PreviewedAsync(db, post, id, world.Clock) : null,
            "hand-over" => await HandOverAsync(id, item.AssigneeId ?? AddressKey.PersonIn(item.CandidateKey) ?? by, to),
            "see" => await SeeAsync(item),
            _ => throw new ArgumentOutOfRangeException(nameof(verb), verb, "No such verb."),
        };
    }

    // Started, confirmed by the giver; what is left is the receiver's confirmation, which moves everything that he may have.
    private async Task<Command?> HandOverAsync(string id, string from, string to)
    {
        await using var db = world.Db();
        var (directory, now) = (await directories.CurrentAsync(db, CancellationToken.None), world.Clock.GetUtcNow());
        var order = new OpenHandover(PlayedCase.NewId(), "it-lu", from, to, BeijingTime.DayOf(now), "调任。");
        if (await world.RunAsync(order) is not Answer.Done
            || await HandoverSheet.ReadAsync(order.Id, new Viewer(directory.ActorOf(from, now), directory, now), db, CancellationToken.None) is not { } sheet)
            return null;
        await world.RunAsync(new GiveHandover(PlayedCase.NewId(), from, order.Id, 0, [.. sheet.Rows.Select(row => row.Line.Subject)], []));
        return new TakeHandover(id, to, order.Id, 1);
    }

    // What opening its page leaves behind.
    private async Task<Command?> SeeAsync(WorkItem item)
    {
        await using var db = world.Db();
        await db.WorkItems.Where(row => row.Id == item.Id && row.SeenAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.SeenAt, world.Clock.GetUtcNow()));
        return null;
    }

    private async Task<WorkItem?> DrawAsync(string verb, string? activity)
    {
        await using var db = world.Db();
        var status = verb == "recall" ? WorkItemStatus.Completed : WorkItemStatus.Open;
        var items = await db.WorkItems.AsNoTracking().Where(item => item.CaseId == caseId && item.Status == status).OrderBy(item => item.Id).ToListAsync();
        if (verb == "recall")
            return items.OrderByDescending(item => item.ClosedAt).ThenBy(item => item.Id).Skip(lot.Next(2)).FirstOrDefault();
        var wanted = items.FindAll(item => activity is null || item.ActivityId == activity);
        return wanted.Count > 0 ? wanted[lot.Next(wanted.Count)] : items.Count > 0 ? items[lot.Next(items.Count)] : null;
    }

    private async Task<WorkItem> ItemAsync(string id)
    {
        await using var db = world.Db();
        return await db.WorkItems.AsNoTracking().SingleAsync(item => item.Id == id);
    }

    private async Task<string> AnybodyAsync()
    {
        await using var db = world.Db();
        var people = await db.People.Select(person => person.Id).OrderBy(id => id).ToListAsync();
        return people[lot.Next(people.Count)];
    }
}
