using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Engine.Instances;
using WorkflowAccountability.Faults.Worlds;
using WorkflowAccountability.Procedure;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Documents;
using WorkflowAccountability.Procedure.Incidents;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.WorkItems;
using WorkflowAccountability.Procedure.Workflows;
using static WorkflowAccountability.Faults.Worlds.PlayedCase;

namespace WorkflowAccountability.Persistence.Tests.Promises;

/// <summary>Rows that somebody broke from outside, on every database: each becomes an alarm in words, once, with the way out; nothing is mended in silence.</summary>
public abstract class ReconcileContract(Node node)
{
    private World World => node.World;

    [ContractFact]
    public async Task A_workflow_without_anything_that_it_waits_for_is_seen() => await IsSeenAsync("stuck", async (db, played) =>
    {
        var instance = await InstanceAsync(db, played);
        await db.Bookmarks.Where(bookmark => bookmark.InstanceId == instance).ExecuteDeleteAsync();
        return instance;
    });

    [ContractFact]
    public async Task A_wait_without_its_work_item_is_seen() => await IsSeenAsync("bookmark", async (db, played) =>
    {
        var item = await played.ItemAsync("ProposeTeam");
        await db.WorkItems.Where(row => row.Id == item.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Status, WorkItemStatus.Lapsed));
        return item.BookmarkId;
    });

    [ContractFact]
    public async Task A_wait_that_a_finished_workflow_left_is_seen() => await IsSeenAsync("left", async (db, played) =>
    {
        var instance = await InstanceAsync(db, played);
        await db.Instances.Where(row => row.Id == instance).ExecuteUpdateAsync(set => set.SetProperty(row => row.Status, WorkflowStatus.Finished));
        return (await played.ItemAsync("ProposeTeam")).BookmarkId;
    });

    [ContractFact]
    public async Task A_work_item_without_the_wait_that_it_serves_is_seen() => await IsSeenAsync("orphan", async (db, played) =>
    {
        var item = await played.ItemAsync("ProposeTeam");
        await db.Bookmarks.Where(row => row.Id == item.BookmarkId).ExecuteDeleteAsync();
        return item.Id;
    });

    [ContractFact]
    public async Task A_deadline_that_outlives_its_work_is_seen() => await IsSeenAsync("clock", async (db, played) =>
    {
        var item = await played.ItemAsync("ProposeTeam");
        await db.WorkItems.Where(row => row.Id == item.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Status, WorkItemStatus.Completed));
        return item.Id;
    });

    [ContractFact]
    public async Task A_deadline_without_a_reminder_to_come_is_seen() => await IsSeenAsync("deadline", async (db, played) =>
    {
        var item = await played.ItemAsync("ProposeTeam");
        await db.Set<DeadlineRung>().Where(rung => rung.DeadlineId == item.Id).ExecuteUpdateAsync(set => set.SetProperty(rung => rung.Status, RungStatus.Cancelled));
        return item.Id;
    });

    [ContractFact]
    public async Task Somebody_excluded_who_still_holds_an_item_is_seen() => await IsSeenAsync("excluded", async (db, played) =>
    {
        var item = await played.ItemAsync("ProposeTeam");
        await World.RunAsync(new ClaimWorkItem(NewId(), Bureau, played.Id, item.Id, Release: false));
        db.Add(new Exclusion { CaseId = played.Id, PersonId = Bureau, Since = World.Clock.GetUtcNow() });
        await db.SaveChangesAsync();
        return item.Id;
    });

    [ContractFact]
    public async Task A_version_that_a_workflow_runs_cannot_go_the_database_itself_holds_it()
    {
        var played = await LaunchedAsync(World);
        await using var db = World.Db();
        var version = await db.Instances.Where(row => row.CaseId == played.Id).Select(row => row.DefinitionVersionId).SingleAsync();

        await Should.ThrowAsync<DbException>(() => db.Definitions.Where(row => row.Id == version).ExecuteDeleteAsync());
    }

    [ContractFact]
    public async Task A_case_whose_last_audit_entry_is_gone_is_seen() => await IsSeenAsync("audit", async (db, played) =>
    {
        await db.Cases.Where(row => row.Id == played.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version + 1));
        return played.Id;
    });

    [ContractFact]
    public async Task A_state_that_waits_elsewhere_than_its_rows_is_seen() => await IsSeenAsync("join", async (db, played) =>
    {
        var instance = await InstanceAsync(db, played);
        var wait = (await played.ItemAsync("ProposeTeam")).BookmarkId;
        var state = await db.Instances.Where(row => row.Id == instance).Select(row => row.State).SingleAsync();
        await db.Instances.Where(row => row.Id == instance)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, state.Replace(wait, "0123456789abcdef", StringComparison.Ordinal)));
        return instance;
    });

    [ContractFact]
    public async Task A_published_version_that_was_changed_is_seen() => await IsSeenAsync("changed", async (db, _) =>
    {
        var version = await db.Definitions.Where(row => row.DefinitionId == "supervision-order" && row.IsPublished).Select(row => row.Id).FirstAsync();
        await db.Definitions.Where(row => row.Id == version).ExecuteUpdateAsync(set => set.SetProperty(row => row.Json, row => row.Json + " "));
        return version;
    });

    [ContractFact]
    public async Task A_document_whose_content_is_gone_is_seen() => await IsSeenAsync("file", async (db, played) =>
    {
        var id = NewId();
        db.Add(new Document
        {
            Id = id, CaseId = played.Id, Name = "现场照片.png", Kind = FileKind.Png, Size = 12, Sha256 = new string('A', 64), Label = DocumentLabel.Internal, PersonId = Bureau,
            HandedInBy = "州环保局 王", At = World.Clock.GetUtcNow(), Walled = false,
        });
        await db.SaveChangesAsync();
        return id;
    });

    private async Task IsSeenAsync(string check, Func<AccountabilityDb, PlayedCase, Task<string>> harm)
    {
        var played = await LaunchedAsync(World);
        await LookAsync();
        await using var db = World.Db();
        (await db.Alarms.AnyAsync(alarm => alarm.Kind == AlarmKind.Contradiction && alarm.CaseId == played.Id)).ShouldBeFalse("nothing is broken yet");

        var row = await harm(db, played);
        await LookAsync();
        await LookAsync();

        var seen = await db.Alarms.AsNoTracking().Where(alarm => alarm.Kind == AlarmKind.Contradiction && alarm.Subject == $"{check}>{row}").ToListAsync();
        seen.ShouldHaveSingleItem().CaseId.ShouldBe(check == "changed" ? null : played.Id);
        foreach (var culture in (string[])["zh-CN", "en"])
            foreach (var words in (string[])[$"Contradiction.{check}", $"Contradiction.{check}.Remedy"])
                Text.Of<NotificationTexts>(words).In(CultureInfo.GetCultureInfo(culture)).ShouldNotContain("Contradiction.");
    }

    private async Task LookAsync()
    {
        await World.Get<Reconcile>().RunAsync(CancellationToken.None);
        await new CompareWhole(World.Get<IDbContextFactory<AccountabilityDb>>(), World.Get<DefinitionCatalog>(),
            new FileStore(new DocumentOptions(Path.Combine(Path.GetTempPath(), "no-files"), 1 << 20)), World.Clock).RunAsync(CancellationToken.None);
    }

    private static Task<string> InstanceAsync(AccountabilityDb db, PlayedCase played) =>
        db.Instances.Where(instance => instance.CaseId == played.Id).Select(instance => instance.Id).SingleAsync();
}
