using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Faults.Worlds;
using WorkflowAccountability.Procedure.Administration;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Drafts;
using WorkflowAccountability.Procedure.Handovers;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Proxies;
using WorkflowAccountability.Procedure.WorkItems;
using static WorkflowAccountability.Faults.Worlds.PlayedCase;

namespace WorkflowAccountability.Persistence.Tests.Promises;

/// <summary>What becomes of work when posts change hands, on every database: nothing before both have agreed, nothing twice, nothing lost.</summary>
public abstract class HandoverContract(Node node)
{
    private World World => node.World;

    private DateOnly Today => BeijingTime.DayOf(World.Clock.GetUtcNow());

    [ContractFact]
    public async Task Nothing_moves_before_both_have_confirmed_and_a_draft_goes_along_only_where_its_author_says_so()
    {
        var (first, second) = (await OpenedAsync("env-sun"), await OpenedAsync("env-sun"));
        await DraftAsync(first, "env-sun", "甲");
        await DraftAsync(second, "env-sun", "乙");
        var handover = await OpenAsync("env-sun", "env-zhou", Today);

        await GiveAsync(handover, first);
        var meanwhile = (await ReadAsync(first)).CandidateKey;
        var taken = await RunAsync(new TakeHandover(NewId(), "env-zhou", handover, 1));

        (meanwhile, taken is Answer.Done).ShouldBe(("person:env-sun", true), taken.ToString());
        foreach (var id in new[] { first, second })
            ((await ReadAsync(id)).CandidateKey, (await ReadAsync(id)).LeftBy).ShouldBe(("person:env-zhou", "person:env-sun"));
        await using var db = World.Db();
        (await db.Drafts.AsNoTracking().OrderBy(draft => draft.Fields).Select(draft => draft.PersonId + draft.Fields).ToListAsync())
            .ShouldBe(["env-sun{\"Title\":\"乙\"}", "env-zhou{\"Title\":\"甲\"}"], ignoreOrder: true);
        (await db.Set<Handover>().SingleAsync(row => row.Id == handover)).Status.ShouldBe(HandoverStatus.Done);
        (await Procedure.Audit.AuditChain.VerifyAsync(db, CancellationToken.None)).Faults.ShouldBeEmpty();
    }

    [ContractFact]
    public async Task What_was_agreed_for_a_later_day_moves_on_that_day_once_however_many_nodes_look()
    {
        var item = await OpenedAsync("police-yuan");
        var proxy = NewId();
        (await RunAsync(new GiveProxy(proxy, "police-yuan", "police-dong", Today, Today.AddDays(20), [], "出差。"))).ShouldBeOfType<Answer.Done>();
        var handover = await OpenAsync("police-yuan", "police-dong", Today.AddDays(3));
        await GiveAsync(handover);
        (await RunAsync(new TakeHandover(NewId(), "police-dong", handover, 1))).ShouldBeOfType<Answer.Done>();

        await World.SweepAsync();
        var before = (await ReadAsync(item)).CandidateKey;
        await using var there = World.Beside();
        World.Clock.Advance(TimeSpan.FromDays(3));
        there.Clock.Advance(World.Clock.GetUtcNow() - there.Clock.GetUtcNow());
        await Task.WhenAll(Enumerable.Range(0, 4).Select(run => Task.Run(() => (run % 2 == 0 ? World : there).SweepAsync())));

        before.ShouldBe("person:police-yuan");
        (await ReadAsync(item)).CandidateKey.ShouldBe("person:police-dong");
        await using var db = World.Db();
        (await db.Notices.CountAsync(notice => notice.WorkItemId == item && notice.TextKey == "Notice")).ShouldBe(1);
        (await db.Set<Proxy>().SingleAsync(row => row.Id == proxy)).EndedAt.ShouldNotBeNull();
        (await db.Alarms.CountAsync()).ShouldBe(0);
    }

    [ContractFact]
    public async Task What_the_receiver_may_not_have_stays_and_the_line_says_why()
    {
        var (party, walled, open) = (await OpenedAsync("audit-tian"), await OpenedAsync("audit-tian"), await OpenedAsync("audit-tian"));
        await using (var db = World.Db())
        {
            var file = await db.Cases.SingleAsync(file => db.WorkItems.Any(item => item.Id == party && item.CaseId == file.Id));
            db.Add(file.Inquire("audit", "audit-xiao", "萧济明", "局长", isPerson: true, World.Clock.GetUtcNow()));
            await db.SaveChangesAsync();
            await db.WorkItems.Where(item => item.Id == walled).ExecuteUpdateAsync(set => set.SetProperty(item => item.Walled, true));
        }
        var handover = await OpenAsync("audit-tian", "audit-xiao", Today);
        await GiveAsync(handover);

        (await RunAsync(new TakeHandover(NewId(), "audit-xiao", handover, 1))).ShouldBeOfType<Answer.Done>();

        await using var after = World.Db();
        var lines = await after.Set<HandoverLine>().Where(line => line.HandoverId == handover).ToDictionaryAsync(line => line.Subject, line => line.Obstacle);
        (lines[party], lines[walled], lines[open]).ShouldBe((HandoverObstacle.Party, HandoverObstacle.Walled, null));
        (await ReadAsync(party)).CandidateKey.ShouldBe("person:audit-tian");
        (await ReadAsync(walled)).CandidateKey.ShouldBe("person:audit-tian");
        (await ReadAsync(open)).CandidateKey.ShouldBe("person:audit-xiao");
    }

    [ContractFact]
    public async Task A_receiver_sends_the_sheet_back_and_what_changed_since_must_be_read_again()
    {
        await OpenedAsync("finance-cui");
        var handover = await OpenAsync("finance-cui", "finance-deng", Today);
        var seen = await SubjectsAsync("finance-cui");
        await OpenedAsync("finance-cui");

        var stale = await RunAsync(new GiveHandover(NewId(), "finance-cui", handover, 0, seen, []));
        await GiveAsync(handover);
        var silent = await RunAsync(new ReturnHandover(NewId(), "finance-deng", handover, 1, ""));
        var returned = await RunAsync(new ReturnHandover(NewId(), "finance-deng", handover, 1, "缺一件。"));
        var late = await RunAsync(new TakeHandover(NewId(), "finance-deng", handover, 1));
        var stranger = await RunAsync(new TakeHandover(NewId(), "gov-ma", handover, 2));

        (stale is Answer.Refused, silent is Answer.Refused, returned is Answer.Done, late is Answer.Refused, stranger is Answer.NotFound)
            .ShouldBe((true, true, true, true, true));
        (await RunAsync(new OpenHandover(NewId(), "it-lu", "finance-cui", "finance-deng", Today, "再来一份。"))).ShouldBeOfType<Answer.Refused>();
        (await RunAsync(new WithdrawHandover(NewId(), "it-lu", handover, 2))).ShouldBeOfType<Answer.Done>();
    }

    [ContractFact]
    public async Task A_post_that_ends_on_a_later_day_leaves_its_items_to_the_head_on_that_day_once_and_across_restarts()
    {
        var item = await OpenedAsync("discipline-feng");
        var handover = await OpenAsync("discipline-feng", "discipline-han", Today.AddDays(30));
        await EndPersonAsync("discipline-feng", Today.AddDays(2));
        await World.SweepAsync();
        var before = (await ReadAsync(item)).CandidateKey;

        await using var restarted = World.Beside();
        World.Clock.Advance(TimeSpan.FromDays(5));
        restarted.Clock.Advance(World.Clock.GetUtcNow() - restarted.Clock.GetUtcNow());
        await restarted.SweepAsync();
        await World.SweepAsync();

        before.ShouldBe("person:discipline-feng");
        ((await ReadAsync(item)).CandidateKey, (await ReadAsync(item)).LeftBy).ShouldBe(("person:discipline-han", "person:discipline-feng"));
        await using var db = World.Db();
        (await db.Notices.CountAsync(notice => notice.WorkItemId == item && notice.TextKey == "Vacancy.Notice")).ShouldBe(1);
        (await db.Set<Handover>().SingleAsync(row => row.Id == handover)).Status.ShouldBe(HandoverStatus.Withdrawn);
        (await db.Alarms.CountAsync()).ShouldBe(0);
    }

    [ContractFact]
    public async Task What_waits_for_an_office_waits_for_its_successor_from_the_day_on_which_it_ends()
    {
        var item = await OpenedAsync("agri-tong");
        await using (var db = World.Db())
            await db.WorkItems.Where(row => row.Id == item).ExecuteUpdateAsync(set => set.SetProperty(row => row.CandidateKey, "role:ANY_OFFICE@park-agri"));
        await using (var db = World.Db())
            (await RunAsync(new ChangeDirectory(NewId(), "it-lu",
                [new EndOrganisation { OrganisationId = "park-agri", On = Today.AddDays(1), SuccessorId = "agriculture", How = SuccessionKind.Merge, Basis = "机构改革" }],
                await db.Set<DirectoryStamp>().Select(row => row.Version).SingleAsync()))).ShouldBeOfType<Answer.Done>();

        await World.SweepAsync();
        var before = (await ReadAsync(item)).CandidateKey;
        World.Clock.Advance(TimeSpan.FromDays(1));
        await World.SweepAsync();
        await World.SweepAsync();

        before.ShouldBe("role:ANY_OFFICE@park-agri");
        ((await ReadAsync(item)).CandidateKey, (await ReadAsync(item)).LeftBy).ShouldBe(("role:ANY_OFFICE@agriculture", "role:ANY_OFFICE@park-agri"));
        await using var after = World.Db();
        (await after.Notices.CountAsync(notice => notice.WorkItemId == item && notice.TextKey == "Vacancy.Heir")).ShouldBe(1);
    }

    private Task<Answer> RunAsync(Command command) => World.RunAsync(command);

    private async Task<string> OpenedAsync(string by)
    {
        var done = (Answer.Done)await RunAsync(new StartCase(NewId(), by, Lead.Title, "accountability-procedure"));
        var caseId = done.Path["/cases/".Length..];
        await using var db = World.Db();
        return await db.WorkItems.Where(item => item.CaseId == caseId).Select(item => item.Id).SingleAsync();
    }

    private async Task DraftAsync(string item, string by, string title)
    {
        await using var db = World.Db();
        await DraftShelf.KeepAsync(db, new Draft
        {
            WorkItemId = item, PersonId = by, CommandId = NewId(), Fields = $"{{\"Title\":\"{title}\"}}", Revision = 0, SavedAt = World.Clock.GetUtcNow(),
        }, CancellationToken.None);
    }

    private async Task<string> OpenAsync(string from, string to, DateOnly on)
    {
        var id = NewId();
        var answer = await RunAsync(new OpenHandover(id, "it-lu", from, to, on, "调任。"));
        answer.ShouldBeOfType<Answer.Done>((answer as Answer.Refused)?.Rulings[0].Reason?.ToString());
        return id;
    }

    private async Task GiveAsync(string handover, params IReadOnlyList<string> drafts)
    {
        await using var db = World.Db();
        var row = await db.Set<Handover>().AsNoTracking().SingleAsync(row => row.Id == handover);
        (await RunAsync(new GiveHandover(NewId(), row.GiverId, handover, row.Version, await SubjectsAsync(row.GiverId), drafts))).ShouldBeOfType<Answer.Done>();
    }

    private async Task<IReadOnlyList<string>> SubjectsAsync(string giver)
    {
        await using var db = World.Db();
        return [.. await db.WorkItems.Where(item => item.CandidateKey == "person:" + giver && item.Status == WorkItemStatus.Open).Select(item => item.Id).ToListAsync(),
            .. await db.Set<Proxy>().Where(proxy => proxy.PrincipalId == giver && proxy.EndedAt == null).Select(proxy => proxy.Id).ToListAsync()];
    }

    private async Task EndPersonAsync(string person, DateOnly on)
    {
        await using var db = World.Db();
        (await RunAsync(new ChangeDirectory(NewId(), "it-lu", [new EndPerson { PersonId = person, On = on }],
            await db.Set<DirectoryStamp>().Select(row => row.Version).SingleAsync()))).ShouldBeOfType<Answer.Done>();
    }

    private async Task<WorkItem> ReadAsync(string id)
    {
        await using var db = World.Db();
        return await db.WorkItems.AsNoTracking().SingleAsync(item => item.Id == id);
    }
}
