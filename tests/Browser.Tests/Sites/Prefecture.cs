using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkflowAccountability.CaseRunner;
using WorkflowAccountability.Procedure;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Browser.Tests.Sites;

/// <summary>
/// One site for all tests of pages and for the screenshots, always on the same day: the worked example, long overdue, and a case in the middle of
/// its investigation while the supervision bureau inquires behind its wall.
/// </summary>
internal sealed class Prefecture : IAsyncDisposable
{
    private const string InTheMiddle = "twice-returned";
    private static readonly Lazy<Task<Prefecture>> shared = new(FoundAsync), grown = new(GrownAsync);

    private readonly Lazy<Task<string>> addedStep;
    private readonly Lazy<Task> redesign;
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> leads = [];

    private Prefecture(LiveSite site, string caseId)
    {
        (Site, CaseId) = (site, caseId);
        addedStep = new(AddAsync);
        redesign = new(RedesignAsync);
    }

    public LiveSite Site { get; }

    /// <summary>The case in the middle of its investigation.</summary>
    public string CaseId { get; }

    /// <summary>The one that all tests share.</summary>
    public static Task<Prefecture> Shared => shared.Value;

    /// <summary>Another, years on: <see cref="CaseId"/> lies before both keys, of a second the team is to be proposed, a third is approved and its public edition released.</summary>
    public static Task<Prefecture> Grown => grown.Value;

    /// <summary>Builds the first.</summary>
    public static async Task<Prefecture> FoundAsync()
    {
        var script = Scripts.Read(InTheMiddle);
        var site = await LiveSite.StartAsync(script.Begins, example: true);
        await site.PlayAsync(script, steps: 48);
        await site.Time.PassAsync(new ClockMove(new DateTimeOffset(2020, 8, 17, 10, 30, 0, TimeSpan.FromHours(8)), default));
        return new Prefecture(site, await ReadAsync(site, db => db.Cases.Where(file => file.Title == Opening(script).Title).Select(file => file.Id).SingleAsync()));
    }

    /// <summary>Builds the second.</summary>
    public static async Task<Prefecture> GrownAsync()
    {
        var reviewed = Scripts.Read("appealed");
        var site = await LiveSite.StartAsync(reviewed.Begins, example: false);
        foreach (var (script, stage) in new[] { (reviewed, "ReviewByGovernment"), (Scripts.Read("referred"), "ProposeTeam"), (Scripts.Read("changji-inspection-2021"), "DiscloseReport") })
        {
            await site.Time.PassAsync(new ClockMove(script.Begins, default));
            await site.PlayAsync(script, script.Steps.ToList().FindIndex(step => step is Act act && act.Stage.About.Type == Vocabulary.StagePrefix + stage));
        }
        return new Prefecture(site, await ReadAsync(site, db => db.Cases.Where(file => file.Title == Opening(reviewed).Title).Select(file => file.Id).SingleAsync()));
    }

    /// <summary>An open work item of the case, by its stage; of any case, where this one has none.</summary>
    public Task<WorkItem> ItemAsync(string stage) => ReadAsync(Site, db => db.WorkItems.OrderByDescending(item => item.CaseId == CaseId).ThenByDescending(item => item.OpenedAt)
        .FirstAsync(item => item.Status == WorkItemStatus.Open && item.StageType == Vocabulary.StagePrefix + stage));

    /// <summary>Opens a further case and registers its lead; what waits is the advice of the lead bureau, a short form.</summary>
    /// <returns>The work item of the advice.</returns>
    public async Task<string> LeadAsync(string title)
    {
        var script = Scripts.Read(InTheMiddle);
        await Site.PlayAsync(script with { Steps = [Opening(script) with { Title = title }, .. script.Steps.Skip(1)] }, steps: 2);
        return await ReadAsync(Site, db => db.WorkItems
            .Where(item => item.Status == WorkItemStatus.Open && db.Cases.Any(file => file.Id == item.CaseId && file.Title == title)).Select(item => item.Id).SingleAsync());
    }

    /// <summary>The same, once, whoever asks for it first: the item of the advice.</summary>
    public async Task<WorkItem> AdviceAsync(string title)
    {
        var id = await leads.GetOrAdd(title, _ => new(() => LeadAsync(title))).Value;
        return await ReadAsync(Site, async db => (await db.WorkItems.FindAsync(id))!);
    }

    /// <summary>The item by which such a lead was registered.</summary>
    public async Task<string> RegistrationAsync(string title)
    {
        var advice = await AdviceAsync(title);
        return await ReadAsync(Site, db => db.WorkItems.Where(item => item.CaseId == advice.CaseId && item.Status == WorkItemStatus.Completed).Select(item => item.Id).SingleAsync());
    }

    /// <summary>An open work item of a step that an administrator added.</summary>
    public Task<string> AddedStepAsync() => addedStep.Value;

    /// <summary>Where the procedure and a draft of it are that differ.</summary>
    public async Task<string> RedesignedAsync()
    {
        await redesign.Value;
        return $"/definitions/{Redesign.Procedure}";
    }

    /// <summary>Opens a sandbox for somebody, unless he has one: the lead is registered, agreed to, and two working days have passed.</summary>
    public async Task TryAsync(string person, string path)
    {
        using var browser = new CaseRunner.Browser(Site.Address);
        if ((await browser.GetAsync(person, path)).Form(path + "/clock").ContainsKey("Days"))
            return;
        await GoAsync("/begin", "", ("By", "hand"));
        await GoAsync("/submit", "?fill=1");
        await GoAsync("/submit", "?fill=1");
        await GoAsync("/clock", "", ("To", "days"), ("Days", "2"));

        async Task GoAsync(string act, string query, params (string Name, string Value)[] typed)
        {
            var fields = (await browser.GetAsync(person, path + query)).Form(path + act);
            foreach (var (name, value) in typed)
                fields[name] = value;
            var answer = await browser.PostAsync(person, path + act, fields);
            if (answer.Status != 303)
                throw new InvalidOperationException($"{act} was answered {answer.Status}: {answer.Problems}");
        }
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    public static async Task<T> ReadAsync<T>(LiveSite site, Func<AccountabilityDb, Task<T>> read)
    {
        await using var db = await site.Services.GetRequiredService<IDbContextFactory<AccountabilityDb>>().CreateDbContextAsync();
        return await read(db);
    }

    private async Task<string> AddAsync()
    {
        using var browser = new CaseRunner.Browser(Site.Address);
        await browser.PublishAsync(Redesign.Track, Redesign.WithQuestions);
        return await browser.StartedAsync(Site);
    }

    private async Task RedesignAsync()
    {
        using var browser = new CaseRunner.Browser(Site.Address);
        await browser.DraftAsync(Redesign.Procedure, Redesign.WithCountersign);
    }

    private static Start Opening(Script script) => (Start)script.Steps[0];
}
