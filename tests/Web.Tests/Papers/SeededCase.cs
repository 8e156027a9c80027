using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkflowAccountability.Procedure;
using WorkflowAccountability.Procedure.WorkItems;
using WorkflowAccountability.Testing;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Papers;

/// <summary>A case that was played through both branches up to its decision, put into a site's database as it stands.</summary>
internal static class SeededCase
{
    /// <summary>The id of every such case; one for each site.</summary>
    public const string Id = "00000000000000c1";

    /// <summary>Approved by both bodies, with an independent inquiry behind the wall. P2 and P3, fukang-pei and fukang-yan, are under inquiry.</summary>
    public static async Task SeedAsync(RunningSite site)
    {
        var matter = new ACase().Decided();
        await using var db = await site.Services.GetRequiredService<IDbContextFactory<AccountabilityDb>>().CreateDbContextAsync();
        matter.File.Notices.Clear();
        db.Add(matter.File);
        // The review that was laid before the Party committee: by it that body knows the case.
        db.Add(new WorkItem
        {
            Id = "00000000000000d1", CaseId = Id, InstanceId = "i", BookmarkId = "b", StageType = "Accountability.ReviewByPartyCommittee", ActivityId = "a", ActivityInstanceId = "ai",
            Seat = "form", FormName = "PartyCommitteeReviewForm", CandidateKey = "role:PARTY_COMMITTEE", Walled = false, OpenedAt = matter.Now, Status = WorkItemStatus.Completed,
        });
        await db.SaveChangesAsync();
    }

    /// <summary>Makes a document; answers its address.</summary>
    public static async Task<string> DraftAsync(this Browser official, string kind)
    {
        var page = await official.GetAsync($"/cases/{Id}/papers");
        page.Status.ShouldBe(200, page.Text);
        var answer = await official.SubmitAsync(page, $"/cases/{Id}/papers", new KeyValuePair<string, string>("Kind", kind));
        answer.Status.ShouldBe(303, answer.Text);
        return answer.Location!;
    }

    /// <summary>Presses a button of a page.</summary>
    public static async Task<Page> PressAsync(this Browser official, string path, string act, params IEnumerable<KeyValuePair<string, string>> typed)
    {
        var (page, action) = (await official.GetAsync(path), $"{path}/{act}");
        var fields = page.FieldsOf(action);
        foreach (var (name, value) in typed)
            fields[name] = value;
        return await official.PostAsync(action, fields.Concat(page.RepeatedFieldsOf(action)));
    }

    /// <summary>The signed investigation report; answers its address.</summary>
    public static async Task<string> SignedReportAsync(this RunningSite site)
    {
        using var leader = await site.SignedInAsync("env-wang");
        var path = await leader.DraftAsync("InvestigationReport");
        (await leader.PressAsync(path, "sign")).Status.ShouldBe(303);
        return path;
    }
}

/// <summary>A site with that case, shared by the tests of one class.</summary>
public sealed class CaseSite : IAsyncLifetime
{
    private readonly DemoSite demo = new();

    public RunningSite Site => demo.Site;

    public async Task InitializeAsync()
    {
        await demo.InitializeAsync();
        await SeededCase.SeedAsync(Site);
    }

    public Task DisposeAsync() => demo.DisposeAsync();
}
