using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Faults.Worlds;
using WorkflowAccountability.Procedure;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Oversight;
using WorkflowAccountability.Procedure.Site;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Stages.RegisterLead;
using WorkflowAccountability.Procedure.WorkItems;
using WorkflowAccountability.Procedure.WorkItems.Verbs;
using static WorkflowAccountability.Faults.Worlds.PlayedCase;

namespace WorkflowAccountability.Persistence.Tests.Promises;

/// <summary>The supervisors' board on every database: the light of every moment, who may know of what, and numbers that are those of the list.</summary>
public abstract class OversightContract(Node node)
{
    private const string Oversight = "oversight-shen";

    private World World => node.World;

    [ContractFact]
    public async Task The_light_changes_at_the_first_second_of_its_day_and_is_escalated_once_the_head_was_told()
    {
        var played = await LaunchedAsync(World);
        var item = await played.ItemAsync("ProposeTeam");
        var due = BeijingTime.DayOf(item.DueAt!.Value);
        var (near, third) = (WorkingCalendar.Shipped.Move(due, -3), WorkingCalendar.Shipped.Move(due, 3));

        (await LightsAsync(item, BeijingTime.At(near, TimeOnly.MinValue).AddSeconds(-1))).ShouldBe(BoardLight.OnTime);
        (await LightsAsync(item, BeijingTime.At(near, TimeOnly.MinValue))).ShouldBe(BoardLight.Near);
        (await LightsAsync(item, BeijingTime.EndOf(due))).ShouldBe(BoardLight.Near);
        (await LightsAsync(item, BeijingTime.EndOf(due).AddSeconds(1))).ShouldBe(BoardLight.Late);
        World.Clock.Advance(BeijingTime.At(third, new TimeOnly(9, 0)) - World.Clock.GetUtcNow());
        await World.SweepAsync();
        (await LightsAsync(item, World.Clock.GetUtcNow())).ShouldBe(BoardLight.Late);
        World.Clock.Advance(TimeSpan.FromHours(2));
        await World.SweepAsync();
        (await LightsAsync(item, World.Clock.GetUtcNow())).ShouldBe(BoardLight.Escalated);
    }

    [ContractFact]
    public async Task What_lies_behind_the_wall_is_counted_for_its_team_and_for_nobody_else_however_high()
    {
        var played = await LaunchedAsync(World);
        await played.CompleteAsync("DecideSupervision", Supervisor, Inquiry with { StartedOn = BeijingTime.DayOf(World.Clock.GetUtcNow()) });
        var item = await played.ItemAsync("SuperviseDuties");
        World.Clock.Advance(TimeSpan.FromDays(40));
        await World.SweepAsync();

        foreach (var outsider in new[] { Oversight, Governor, Bureau, "supervision-guo" })
        {
            var (rows, counts, sums) = await BoardAsync(outsider, played);
            rows.ShouldNotContain(row => row.Item.Id == item.Id, outsider);
            rows.Select(row => row.Item.StageType).ShouldBe(["Accountability.ProposeTeam"], outsider);
            counts.Lights.Values.Sum().ShouldBe(1, outsider);
            sums.SelectMany(sum => sum.Lights.Values).Sum().ShouldBe(1, outsider);
        }
        (await BoardAsync(Supervisor, played)).Rows.Single(row => row.Item.Id == item.Id).Person.ShouldNotBeNull("behind the wall the team is the chain");
    }

    [ContractFact]
    public async Task Who_is_under_inquiry_finds_nothing_of_the_case_on_the_board_whatever_his_office()
    {
        var done = (Answer.Done)await World.RunAsync(new StartCase(NewId(), "gov-zhang", Lead.Title, "accountability-procedure"));
        var played = new PlayedCase(World, done.Path["/cases/".Length..]);
        await played.CompleteAsync("RegisterLead", "gov-zhang", Lead with
        {
            ConcernedPersons = [new ConcernedPerson { PersonId = "gov-li", OrganisationId = "gov" }, new ConcernedPerson { PersonId = Oversight, OrganisationId = "oversight" }],
        });

        foreach (var concerned in new[] { "gov-li", Oversight })
        {
            var (rows, counts, _) = await BoardAsync(concerned, played);
            rows.ShouldBeEmpty(concerned);
            counts.Lights.Values.Sum().ShouldBe(0, concerned);
        }
        (await BoardAsync("oversight-pan", played)).Rows.ShouldHaveSingleItem();
        (await BoardAsync("finance-deng", played)).Rows.ShouldBeEmpty("he has no right to the case");
    }

    [ContractFact]
    public async Task Persons_are_named_to_the_chain_and_to_the_head_of_the_office_and_to_nobody_else()
    {
        var played = await LaunchedAsync(World);
        var item = await played.ItemAsync("ProposeTeam");
        await World.RunAsync(new ClaimWorkItem(NewId(), "env-chen", played.Id, item.Id, Release: false));
        await World.RunAsync(new UrgeWorkItem(NewId(), Oversight, played.Id, item.Id, "请抓紧。"));
        var name = await NameAsync("env-chen");

        foreach (var (person, isNamed) in new[] { (Oversight, true), (Governor, true), (await HeadAsync("env"), true), ("env-zhou", false), ("supervision-guo", false) })
        {
            var row = (await BoardAsync(person, played)).Rows.Single(row => row.Item.Id == item.Id);
            row.NamesPersons.ShouldBe(isNamed, person);
            (row.Person?.Contains(name, StringComparison.Ordinal) is true).ShouldBe(isNamed, person);
            row.Office.ShouldNotContain(name);
            row.Reminders.ShouldAllBe(told => isNamed || !told.To.Contains(name, StringComparison.Ordinal));
        }
    }

    [ContractFact]
    public async Task Every_number_of_the_board_is_the_length_of_the_list_that_it_leads_to()
    {
        var first = await LaunchedAsync(World);
        await World.RunAsync(new ClaimWorkItem(NewId(), "env-chen", first.Id, (await first.ItemAsync("ProposeTeam")).Id, Release: false));
        await RegisteredAsync(World);
        World.Clock.Advance(TimeSpan.FromDays(9));
        await World.SweepAsync();
        await LaunchedAsync(World);

        foreach (var person in new[] { Oversight, Governor, Bureau, Supervisor })
        {
            var viewer = await ViewerAsync(person);
            await using var db = World.Db();
            var queries = Queries(db);
            var counts = await queries.CountAsync(BoardFilter.Everything, viewer, CancellationToken.None);
            counts.Lights.Values.Sum().ShouldBeGreaterThan(2);
            foreach (var (light, count) in counts.Lights)
                (await LengthAsync(BoardFilter.Everything with { Light = light })).ShouldBe(count, $"{person} {light}");
            foreach (var age in Enumerable.Range(0, 4))
                (await LengthAsync(BoardFilter.Everything with { Age = age })).ShouldBe(counts.Ages.GetValueOrDefault(age), $"{person} age {age}");
            foreach (var side in Enum.GetValues<BoardSide>())
                foreach (var sum in await queries.SumAsync(BoardFilter.Everything with { By = side }, viewer, CancellationToken.None))
                    foreach (var (light, count) in sum.Lights)
                        (await LengthAsync(Of(side, sum.Key) with { Light = light })).ShouldBe(count, $"{person} {side} {sum.Name} {light}");

            async Task<int> LengthAsync(BoardFilter filter) => (await queries.PageAsync(filter, viewer, 10_000, CancellationToken.None)).Rows.Count;
        }
    }

    [ContractFact]
    public async Task Pages_follow_one_another_worst_first_without_a_gap_or_a_repeat()
    {
        for (var count = 0; count < 4; count++)
            await RegisteredAsync(World);
        var viewer = await ViewerAsync(Oversight);
        await using var db = World.Db();
        var queries = Queries(db);

        var whole = (await queries.PageAsync(BoardFilter.Everything, viewer, 10_000, CancellationToken.None)).Rows;
        var paged = new List<BoardItem>();
        for (var (rows, next) = await queries.PageAsync(BoardFilter.Everything, viewer, 2, CancellationToken.None); ;
            (rows, next) = await queries.PageAsync(BoardFilter.Everything with { After = next }, viewer, 2, CancellationToken.None))
        {
            paged.AddRange(rows);
            if (next is null)
                break;
        }

        paged.Select(row => row.Item.Id).ShouldBe(whole.Select(row => row.Item.Id));
        whole.Select(row => row.Item.DueAt).ShouldBeInOrder();
        whole.Count.ShouldBeGreaterThan(3);
    }

    [ContractFact]
    public async Task Only_who_has_the_item_explains_it_and_the_supervisors_the_board_and_the_log_hear_of_it()
    {
        var played = await LaunchedAsync(World);
        var item = await played.ItemAsync("ProposeTeam");
        var expected = BeijingTime.DayOf(World.Clock.GetUtcNow()).AddDays(20);

        (await ExplainAsync(Oversight, "不是承办人。", expected)).ShouldBeOfType<Answer.NotFound>();
        (await ExplainAsync(Bureau, "", expected)).ShouldBeOfType<Answer.Refused>();
        (await ExplainAsync(Bureau, "专家尚未确定。", expected.AddDays(-21))).ShouldBeOfType<Answer.Refused>();
        (await ExplainAsync(Bureau, "专家尚未确定。", expected)).ShouldBeOfType<Answer.Done>();
        World.Clock.Advance(TimeSpan.FromDays(12));
        (await ExplainAsync(Bureau, "专家仍未确定。", expected)).ShouldBeOfType<Answer.Done>();

        var row = (await BoardAsync(Oversight, played)).Rows.Single(row => row.Item.Id == item.Id);
        row.Explanations.Select(said => (said.Words, said.WasLate)).ShouldBe([("专家仍未确定。", true), ("专家尚未确定。", false)]);
        await using var db = World.Db();
        (await db.Notices.CountAsync(notice => notice.WorkItemId == item.Id && notice.RecipientKey == "role:OVERSIGHT" && notice.TextKey.StartsWith("explain."))).ShouldBe(2);
        (await db.Audit.CountAsync(entry => entry.CaseId == played.Id && entry.Act == nameof(ExplainDelay))).ShouldBe(2);
        (await played.FaultsAsync()).ShouldBeEmpty();

        Task<Answer> ExplainAsync(string by, string words, DateOnly day) => World.RunAsync(new ExplainDelay(NewId(), by, played.Id, item.Id, words, day));
    }

    private static BoardFilter Of(BoardSide side, string key) => side switch
    {
        BoardSide.Office => BoardFilter.Everything with { Office = key },
        BoardSide.Stage => BoardFilter.Everything with { Stage = key },
        BoardSide.County => BoardFilter.Everything with { County = key },
        _ => BoardFilter.Everything with { Case = key },
    };

    private async Task<BoardLight> LightsAsync(WorkItem item, DateTimeOffset at)
    {
        var viewer = await ViewerAsync(Oversight) with { Now = at };
        await using var db = World.Db();
        var queries = Queries(db);
        var filter = BoardFilter.Everything with { Case = item.CaseId, Stage = item.StageType };
        var counted = (await queries.CountAsync(filter, viewer, CancellationToken.None)).Lights.Single(light => light.Value == 1).Key;
        var listed = (await queries.PageAsync(filter with { Light = counted }, viewer, 10, CancellationToken.None)).Rows;
        (await new BoardRows(db, World.Get<StageCatalog>(), World.Get<CalendarSource>(), queries).ReadAsync(listed, viewer, CancellationToken.None))
            .ShouldHaveSingleItem().Light.ShouldBe(counted);
        return counted;
    }

    private async Task<(IReadOnlyList<BoardRow> Rows, BoardCounts Counts, IReadOnlyList<BoardSum> Sums)> BoardAsync(string person, PlayedCase played)
    {
        var viewer = await ViewerAsync(person);
        await using var db = World.Db();
        var queries = Queries(db);
        var filter = BoardFilter.Everything with { Case = played.Id };
        var (items, _) = await queries.PageAsync(filter, viewer, 100, CancellationToken.None);
        return (await new BoardRows(db, World.Get<StageCatalog>(), World.Get<CalendarSource>(), queries).ReadAsync(items, viewer, CancellationToken.None),
            await queries.CountAsync(filter, viewer, CancellationToken.None), await queries.SumAsync(filter, viewer, CancellationToken.None));
    }

    private BoardQueries Queries(AccountabilityDb db) => new(db, World.Get<StageCatalog>(), World.Get<CalendarSource>());

    private async Task<Viewer> ViewerAsync(string person)
    {
        await using var db = World.Db();
        var directory = await World.Get<DirectorySource>().CurrentAsync(db, CancellationToken.None);
        await World.Get<CalendarSource>().CurrentAsync(db, CancellationToken.None);
        return new Viewer(directory.ActorOf(person, World.Clock.GetUtcNow()), directory, World.Clock.GetUtcNow());
    }

    private async Task<string> NameAsync(string person) => (await ViewerAsync(person)).Actor.Name;

    private async Task<string> HeadAsync(string organisation) => (await ViewerAsync(Oversight)).Directory.PostsOn(BeijingTime.DayOf(World.Clock.GetUtcNow()))
        .First(post => post.OrganisationId == organisation && post.Rank is PostRank.Head).PersonId;
}
