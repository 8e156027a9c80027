using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Faults.Worlds;
using WorkflowAccountability.Procedure;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Proxies;
using WorkflowAccountability.Procedure.Site;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.WorkItems;
using WorkflowAccountability.Procedure.WorkItems.Inbox;

namespace WorkflowAccountability.Persistence.Tests.Promises;

/// <summary>
/// What the inbox finds by its indexes is, item for item, what an item says of itself when it is asked who may do it: roles, names, teams on both
/// sides of the wall, delegation, proxies, claims, parties under inquiry, whoever left office.
/// </summary>
public abstract class InboxContract(Node node)
{
    private static readonly string[] officials = ["env-wang", "env-zhou", "env-chen", "gov-li", "supervision-guo", "supervision-lin", "police-dong"];

    private World World => node.World;

    [ContractFact]
    public async Task The_inbox_holds_what_the_items_themselves_say_and_its_numbers_are_those_of_the_list()
    {
        var lot = new Random(20161);
        for (var number = 0; number < 12; number++)
            await AddCaseAsync(lot);
        var (found, hidden) = (0, 0);

        foreach (var actor in await ActorsAsync(lot))
        {
            await using var db = World.Db();
            var files = await db.Cases.AsNoTracking().Include(file => file.TeamMembers).Include(file => file.Parties).ToDictionaryAsync(file => file.Id);
            var items = await db.WorkItems.AsNoTracking().ToListAsync();
            var expected = items.Where(item => IsFor(item, actor, files[item.CaseId])).OrderBy(item => item.Place, StringComparer.Ordinal).ToList();

            var inbox = await CaseAccess.InboxOf(actor, db).OrderBy(item => item.Place).Select(item => item.Id).ToListAsync();
            var viewer = new Viewer(actor, await World.Get<DirectorySource>().CurrentAsync(db, CancellationToken.None), World.Clock.GetUtcNow());
            var counts = await Queries(db).CountAsync(viewer, CancellationToken.None);
            var page = await Queries(db).PageAsync(new InboxView(InboxBox.Todo, InboxOnly.All, "", After: null), viewer, CancellationToken.None);

            inbox.ShouldBe(expected.Select(item => item.Id), $"{actor.PersonId} for {string.Join(", ", actor.Represents.Select(each => each.Principal.PersonId))}");
            (counts.Todo, counts.Overdue, counts.Returned).ShouldBe(
                (expected.Count, expected.Count(item => item.DueAt < viewer.Now), expected.Count(item => item.IsReturned)), actor.PersonId);
            page.Rows.Select(row => row.Item!.Id).ShouldBe(expected.Take(InboxView.PageSize).Select(item => item.Id), $"the first page of {actor.PersonId}");
            var opening = await Queries(db).OpeningAsync(viewer, CancellationToken.None);
            opening.HasValue.ShouldBe(actor.ActsForHimselfOnly, "who stands in for others asks as for any other view");
            if (opening is var (first, numbers))
            {
                numbers.ShouldBe(counts);
                first.Next.ShouldBe(page.Next);
                first.Rows.Select(row => row with { Item = null, Waiting = page.Rows[0].Waiting }).ShouldBe(page.Rows.Select(row => row with { Item = null, Waiting = page.Rows[0].Waiting }));
                first.Rows.Select(row => row.Item!.Id).ShouldBe(page.Rows.Select(row => row.Item!.Id));
            }
            found += expected.Count;
            hidden += items.Count - expected.Count;
        }
        found.ShouldBeGreaterThan(300, "empty inboxes show nothing");
        hidden.ShouldBeGreaterThan(300, "nor do full ones");
    }

    [ContractFact]
    public async Task The_opening_page_shows_nothing_to_whoever_lost_a_post_since_the_directory_was_read()
    {
        var lot = new Random(7);
        for (var number = 0; number < 4; number++)
            await AddCaseAsync(lot);
        await using var db = World.Db();
        var directory = await World.Get<DirectorySource>().CurrentAsync(db, CancellationToken.None);
        var viewer = new Viewer(directory.ActorOf("env-wang", World.Clock.GetUtcNow()), directory, World.Clock.GetUtcNow());
        (await Queries(db).OpeningAsync(viewer, CancellationToken.None)).ShouldNotBeNull().Counts.Todo.ShouldBeGreaterThan(0);

        await db.Set<DirectoryStamp>().ExecuteUpdateAsync(row => row.SetProperty(stamp => stamp.Version, stamp => stamp.Version + 1));

        (await Queries(db).OpeningAsync(viewer, CancellationToken.None)).ShouldBeNull();
        var anew = await World.Get<DirectorySource>().CurrentAsync(db, CancellationToken.None);
        (await Queries(db).OpeningAsync(viewer with { Directory = anew }, CancellationToken.None)).ShouldNotBeNull();
    }

    [ContractFact]
    public async Task A_query_that_is_kept_answers_each_official_for_himself_and_refuses_to_hold_on_to_anything_else()
    {
        await using var db = World.Db();
        var directory = await World.Get<DirectorySource>().CurrentAsync(db, CancellationToken.None);
        var own = officials.Select(person => directory.ActorOf(person, World.Clock.GetUtcNow())).ToList();
        var name = new ActorQuery<string>((db, actor, _) =>
        {
            var personId = actor.PersonId;
            return db.People.Where(person => person.Id == personId).Select(person => person.Id);
        });
        var another = new ActorQuery<string>((db, actor, _) =>
        {
            var leader = actor.Keys.First();
            return db.People.Where(person => person.Id == leader).Select(person => person.Id);
        });

        foreach (var actor in own)
            (await name.Ask(db, actor, "").ToListAsync()).ShouldBe([actor.PersonId]);
        Should.Throw<InvalidOperationException>(() => another.Ask(db, own[0], "")).Message.ShouldContain("leader");
        Should.Throw<InvalidOperationException>(() => another.Ask(db, own[0] with { Grants = new HashSet<(string, string)>() }, ""));
    }

    // Said by the item, one actor and one case at a time.
    private static bool IsFor(WorkItem item, Actor actor, CaseFile file) => item.Status == WorkItemStatus.Open
        && (item.IsDelegatedTo(actor, file) || (item.AssigneeId is not { } holder || holder == actor.PersonId ? item.IsAddressedTo(actor, file) : false)
            || (actor.IsInOffice && !file.Concerns(actor.PersonId)
                && actor.Represents.Any(each => each.Covers(item) && !file.Concerns(each.Principal.PersonId))));

    private async Task<List<Actor>> ActorsAsync(Random lot)
    {
        await using var db = World.Db();
        var directory = await World.Get<DirectorySource>().CurrentAsync(db, CancellationToken.None);
        var own = officials.Select(person => directory.ActorOf(person, World.Clock.GetUtcNow())).ToList();
        Representation For(Actor principal, params string[] stages) => new("proxy", principal, stages.ToHashSet(), DateOnly.MaxValue);
        return
        [
            .. own,
            .. own.Select(actor => actor with { Represents = [For(own[lot.Next(own.Count)])] }),
            .. own.Select(actor => actor with { Represents = [For(own[lot.Next(own.Count)], "Accountability.RegisterLead"), For(own[lot.Next(own.Count)])] }),
            own[0] with { Grants = new HashSet<(string, string)>() },
        ];
    }

    private async Task AddCaseAsync(Random lot)
    {
        var started = (Answer.Done)await World.RunAsync(new StartCase(PlayedCase.NewId(), "env-sun", "收件箱的检验", "accountability-procedure"));
        var caseId = started.Path["/cases/".Length..];
        await using var db = World.Db();
        var now = World.Clock.GetUtcNow();
        foreach (var team in Enum.GetValues<TeamKind>())
            for (var number = 0; number < 3; number++)
                db.Add(new TeamMember
                {
                    Id = $"{caseId}-{team}{number}", CaseId = caseId, Team = team, PersonId = One(officials), OrganisationId = "env", Function = TeamFunction.Member,
                    From = now, To = lot.Next(4) == 0 ? now : null,
                });
        if (lot.Next(2) == 0)
        {
            var party = One(officials);
            db.Add(new Party { Id = "P9", CaseId = caseId, PersonId = party, Name = "某人", IsPerson = true, Since = now });
            db.Add(new Exclusion { CaseId = caseId, PersonId = party, Since = now });
        }
        for (var number = 0; number < 40; number++)
        {
            var walled = lot.Next(4) == 0;
            db.Add(new WorkItem
            {
                Id = PlayedCase.NewId()[..16], CaseId = caseId, InstanceId = "i", BookmarkId = "b", ActivityId = "a", ActivityInstanceId = PlayedCase.NewId(), Seat = "",
                StageType = One(["Accountability.RegisterLead", "Accountability.LaunchInvestigation"]), FormName = "RegisterLeadForm", Walled = walled, OpenedAt = now,
                CandidateKey = One([
                    AddressKey.OfPerson(One(officials)), AddressKey.OfRole(Roles.Government), AddressKey.OfRole(Roles.LeadEnv), AddressKey.OfRole(Roles.Supervision),
                    AddressKey.OfRole(Roles.AnyOffice, "env"), AddressKey.OfTeam(TeamKind.Investigation, caseId), AddressKey.OfTeam(TeamKind.Supervision, caseId),
                    AddressKey.OfTeam(TeamKind.Investigation, "another"),
                ]),
                AssigneeId = lot.Next(3) == 0 ? One(officials) : null, DelegateId = lot.Next(5) == 0 ? One(officials) : null,
                Status = lot.Next(5) == 0 ? WorkItemStatus.Completed : WorkItemStatus.Open, IsReturned = lot.Next(3) == 0,
                DueAt = lot.Next(3) == 0 ? null : now.AddDays(lot.Next(-9, 9)).AddMinutes(5),
            });
        }
        await db.SaveChangesAsync();

        string One(string[] of) => of[lot.Next(of.Length)];
    }

    private InboxQueries Queries(AccountabilityDb db) => new(db, World.Get<StageCatalog>(), World.Get<CalendarSource>());
}
