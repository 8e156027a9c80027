using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Engine.Instances;
using WorkflowAccountability.Faults.Worlds;
using WorkflowAccountability.Procedure.Audit;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Ledgers;
using WorkflowAccountability.Procedure.Ledgers.Life;
using WorkflowAccountability.Procedure.Stages.RegisterLead;
using WorkflowAccountability.Procedure.WorkItems;
using static WorkflowAccountability.Faults.Worlds.PlayedCase;

namespace WorkflowAccountability.Persistence.Tests.Promises;

/// <summary>What happens to cases as a whole, on every database: with every clock, item and workflow of theirs, or not at all.</summary>
public abstract class LifeContract(Node node)
{
    private const string Document = "昌州政函〔2026〕77号";

    private World World => node.World;

    private DateOnly Today => BeijingTime.DayOf(World.Clock.GetUtcNow());

    [ContractFact]
    public async Task A_case_that_rests_stops_every_clock_and_lets_nobody_act_and_goes_on_where_it_was_without_the_days_of_rest()
    {
        var played = await LaunchedAsync(World);
        var before = await DeadlinesAsync(played);
        before.ShouldNotBeEmpty();

        await MadeAsync(played, "suspend-case", new SuspendCaseForm { Ground = SuspensionGround.OtherProceedings, Reasons = "等待司法结论。", DocumentNumber = Document, On = Today });

        (await DeadlinesAsync(played)).ShouldAllBe(deadline => deadline.StoppedOn == Today);
        var refused = (await World.RunAsync(await played.CompletionAsync("ProposeTeam", Bureau, Team))).ShouldBeOfType<Answer.Refused>();
        refused.Rulings.Single().Reason!.Key.ShouldBe("Resting.Reason");
        (await FileAsync(played)).Status.ShouldBe(CaseStatus.Suspended);

        await MadeAsync(played, "resume-case", new ResumeCaseForm { Reasons = "结论已作出。", DocumentNumber = Document, On = Today });

        var after = await DeadlinesAsync(played);
        after.ShouldAllBe(deadline => deadline.StoppedOn == null);
        after.Select(deadline => deadline.DueOn).ShouldBe(before.Select(deadline => deadline.DueOn), ignoreOrder: true, "a rest that ends on its first day takes nothing");
        await played.CompleteAsync("ProposeTeam", Bureau, Team);
        (await played.FaultsAsync()).ShouldBeEmpty();
    }

    [ContractFact]
    public async Task A_terminated_case_leaves_nothing_open_and_is_taken_up_again_under_its_number_with_the_lead_as_it_was()
    {
        var played = await LaunchedAsync(World);
        var number = (await FileAsync(played)).Number;

        await MadeAsync(played, "terminate-case", new TerminateCaseForm { Ground = TerminationGround.NoFacts, Reasons = "查无此事。", DocumentNumber = Document, On = Today });

        (await FileAsync(played)).Status.ShouldBe(CaseStatus.Terminated);
        (await OpenAsync(played)).ShouldBeEmpty();
        (await played.FaultsAsync()).ShouldBeEmpty();
        await using (var db = World.Db())
            (await db.Instances.Where(instance => instance.CaseId == played.Id).Select(instance => instance.Status).ToListAsync()).ShouldAllBe(status => status == WorkflowStatus.Finished);
        var next = await RegisteredAsync(World);
        (await FileAsync(next)).Number.ShouldNotBe(number, "a number is never given again");

        await MadeAsync(played, "reopen-case", new ReopenCaseForm { Ground = ReopeningGround.NewFacts, Reasons = "发现新的证据。", DocumentNumber = Document, On = Today });

        var file = await FileAsync(played);
        (file.Status, file.Number, file.ClosedAt).ShouldBe((CaseStatus.Open, number, null));
        var item = (await OpenAsync(played)).ShouldHaveSingleItem();
        item.StageType.ShouldBe("Accountability.RegisterLead");
        item.Prefill.ShouldNotBeNull().ShouldContain(Lead.WhatHappened);
        await played.CompleteAsync("RegisterLead", "gov-li", Lead);
        await played.CompleteAsync("LaunchInvestigation", Governor, Launch);
        (await played.FaultsAsync()).ShouldBeEmpty();
    }

    [ContractFact]
    public async Task What_is_merged_goes_on_elsewhere_with_its_parties_and_its_exclusions()
    {
        var (one, other) = (await WithPartyAsync("fukang-pei"), await WithPartyAsync("manasi-qiao"));
        var leading = (await FileAsync(other)).Number;

        await MadeAsync(one, "merge-case", new MergeCaseForm { OtherNumber = leading.Replace('〔', '[').Replace('〕', ']'), Reasons = "同一污染源。", DocumentNumber = Document, On = Today });

        (await FileAsync(one)).ShouldSatisfyAllConditions(file => file.Status.ShouldBe(CaseStatus.Merged), file => file.MergedInto.ShouldBe(other.Id));
        (await FileAsync(other)).Parties.Select(party => party.PersonId).ShouldBe(["manasi-qiao", "fukang-pei"]);
        foreach (var played in new[] { one, other })
        {
            (await FileAsync(played)).Exclusions.Select(exclusion => exclusion.PersonId).ShouldBe(["manasi-qiao", "fukang-pei"], ignoreOrder: true);
            (await played.FaultsAsync()).ShouldBeEmpty();
        }
        await using var db = World.Db();
        (await AuditChain.VerifyAsync(db, CancellationToken.None)).Faults.ShouldBeEmpty();
    }

    [ContractFact]
    public async Task Two_cases_that_are_merged_into_each_other_at_the_same_moment_do_not_both_vanish()
    {
        await using var there = World.Beside();
        var (one, other) = (await WithPartyAsync("fukang-pei"), await WithPartyAsync("manasi-qiao"));
        var (first, second) = ((await FileAsync(one)).Number, (await FileAsync(other)).Number);

        var answers = await Task.WhenAll(World.RunAsync(Merge(one, second)), there.RunAsync(Merge(other, first)));

        answers.Count(answer => answer is Answer.Done).ShouldBe(1);
        new[] { (await FileAsync(one)).Status, (await FileAsync(other)).Status }.ShouldBe([CaseStatus.Open, CaseStatus.Merged], ignoreOrder: true);

        MakeEntry Merge(PlayedCase from, string into) => new(NewId(), Governor, from.Id, "merge-case", new MergeCaseForm { OtherNumber = into, Reasons = "同一污染源。", DocumentNumber = Document, On = Today });
    }

    [ContractFact]
    public async Task Whoever_is_split_off_is_inquired_into_under_a_new_number_and_stays_excluded_here()
    {
        var played = await WithPartyAsync("fukang-pei", "manasi-qiao");
        var chosen = (await FileAsync(played)).Parties.Single(party => party.PersonId == "manasi-qiao").Id;

        await MadeAsync(played, "split-case", new SplitCaseForm { Title = "另案", Parties = [chosen], Reasons = "事实独立。", DocumentNumber = Document, On = Today });

        var file = await FileAsync(played);
        var made = file.Parties.Single(party => party.Id == chosen).SplitInto.ShouldNotBeNull();
        file.PartiesHere.Select(party => party.PersonId).ShouldBe(["fukang-pei"]);
        file.Exclusions.Select(exclusion => exclusion.PersonId).ShouldContain("manasi-qiao");
        var split = new PlayedCase(World, made);
        var other = await FileAsync(split);
        other.Number.ShouldNotBe(file.Number);
        other.Parties.Select(party => party.PersonId).ShouldBe(["manasi-qiao"]);
        (await OpenAsync(split)).ShouldHaveSingleItem().Prefill.ShouldNotBeNull().ShouldContain("manasi-qiao");
        (await split.FaultsAsync()).ShouldBeEmpty();
        (await played.FaultsAsync()).ShouldBeEmpty();
    }

    [ContractFact]
    public async Task No_case_is_split_off_or_taken_up_again_while_no_procedure_is_in_force_for_it()
    {
        var (played, ended) = (await WithPartyAsync("fukang-pei", "manasi-qiao"), await LaunchedAsync(World));
        await MadeAsync(ended, "terminate-case", new TerminateCaseForm { Ground = TerminationGround.NoFacts, Reasons = "查无此事。", DocumentNumber = Document, On = Today });
        var chosen = (await FileAsync(played)).Parties.Single(party => party.PersonId == "manasi-qiao").Id;
        await BeginsOnAsync(Today.AddDays(9));
        try
        {
            foreach (var (of, kind, form) in new (PlayedCase, string, object)[]
            {
                (played, "split-case", new SplitCaseForm { Title = "另案", Parties = [chosen], Reasons = "事实独立。", DocumentNumber = Document, On = Today }),
                (ended, "reopen-case", new ReopenCaseForm { Ground = ReopeningGround.NewFacts, Reasons = "发现新的证据。", DocumentNumber = Document, On = Today }),
            })
                (await World.RunAsync(new MakeEntry(NewId(), Governor, of.Id, kind, form))).ShouldBeOfType<Answer.Refused>().Rulings.Single().Reason!.Key.ShouldBe("Procedure.None.Reason");
        }
        finally
        {
            await BeginsOnAsync(null);
        }

        (await FileAsync(ended)).Status.ShouldBe(CaseStatus.Terminated);
        (await FileAsync(played)).Parties.ShouldAllBe(party => party.SplitInto == null);

        async Task BeginsOnAsync(DateOnly? day)
        {
            await using var db = World.Db();
            await db.Definitions.Where(row => row.DefinitionId == "accountability-procedure" && row.IsPublished).ExecuteUpdateAsync(set => set.SetProperty(row => row.EffectiveFrom, day));
        }
    }

    [ContractFact]
    public async Task A_case_that_somebody_may_not_know_of_is_as_unknown_to_a_link_as_one_that_was_never_given()
    {
        var (seen, hidden) = (await WithPartyAsync("fukang-pei"), await WithPartyAsync(Governor));
        var number = (await FileAsync(hidden)).Number;

        var answers = new List<Answer>();
        foreach (var named in new[] { number, "昌环追〔1999〕999号", "不是案号", (await FileAsync(seen)).Number })
            answers.Add(await World.RunAsync(new MakeEntry(NewId(), Governor, seen.Id, "link-case", new LinkCaseForm { OtherNumber = named, Relation = CaseRelation.Related, Reasons = "关联。" })));

        answers.ShouldAllBe(answer => answer is Answer.Refused);
        answers.Cast<Answer.Refused>().ShouldAllBe(refused => refused.Rulings.Single().Reason!.Key == "Other.Unknown.Reason");
        await MadeAsync(seen, "link-case", new LinkCaseForm { OtherNumber = number, Relation = CaseRelation.Related, Reasons = "关联。" }, by: DeputyGovernor);
        await using var db = World.Db();
        var entry = (await FileAsync(seen)).Entries.ShouldHaveSingleItem();
        (entry.Label, entry.OtherCaseId).ShouldBe(("L1", hidden.Id));
    }

    [ContractFact]
    public async Task Only_the_government_decides_on_a_case_as_a_whole()
    {
        var played = await LaunchedAsync(World);
        foreach (var person in new[] { Bureau, Supervisor })
            (await World.RunAsync(new MakeEntry(NewId(), person, played.Id, "suspend-case", new SuspendCaseForm { Ground = SuspensionGround.Other, Reasons = "。", DocumentNumber = Document, On = Today })))
                .ShouldBeOfType<Answer.NotFound>();
        (await World.RunAsync(new MakeEntry(NewId(), Governor, played.Id, "suspend-case", new SuspendCaseForm { Ground = SuspensionGround.Other, Reasons = "。", DocumentNumber = Document, On = Today.AddDays(1) })))
            .ShouldBeOfType<Answer.Refused>().Rulings.Single().Reason!.Key.ShouldBe("Day.Wrong.Reason");
    }

    private async Task<PlayedCase> WithPartyAsync(params string[] people)
    {
        var done = (Answer.Done)await World.RunAsync(new StartCase(NewId(), "gov-zhang", Lead.Title, "accountability-procedure"));
        var played = new PlayedCase(World, done.Path["/cases/".Length..]);
        await played.CompleteAsync("RegisterLead", "gov-zhang", Lead with { ConcernedPersons = [.. people.Select(person => new ConcernedPerson { PersonId = person, OrganisationId = "county-fukang-gov", PostThen = "副市长" })] });
        return played;
    }

    private async Task MadeAsync(PlayedCase played, string kind, object form, string by = Governor)
    {
        var answer = await World.RunAsync(new MakeEntry(NewId(), by, played.Id, kind, form));
        answer.ShouldBeOfType<Answer.Done>(answer is Answer.Refused refused ? string.Join(' ', refused.Rulings.Select(ruling => ruling.Reason)) : null);
    }

    private async Task<CaseFile> FileAsync(PlayedCase played)
    {
        await using var db = World.Db();
        return await db.Cases.AsNoTracking().Include(file => file.Parties).Include(file => file.Exclusions).Include(file => file.Entries).AsSplitQuery().SingleAsync(file => file.Id == played.Id);
    }

    private async Task<List<WorkItem>> OpenAsync(PlayedCase played)
    {
        await using var db = World.Db();
        return await db.WorkItems.AsNoTracking().Where(item => item.CaseId == played.Id && item.Status == WorkItemStatus.Open).ToListAsync();
    }

    private async Task<List<Deadline>> DeadlinesAsync(PlayedCase played)
    {
        await using var db = World.Db();
        return await db.Deadlines.AsNoTracking().Where(deadline => deadline.CaseId == played.Id && deadline.Status == DeadlineStatus.Running).ToListAsync();
    }
}
