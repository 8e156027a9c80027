using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Faults.Worlds;
using WorkflowAccountability.Procedure.Audit;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Ledgers;
using WorkflowAccountability.Procedure.Ledgers.Members;
using WorkflowAccountability.Procedure.Ledgers.Recusal;
using WorkflowAccountability.Procedure.Ledgers.Restrictions;
using WorkflowAccountability.Procedure.Stages.ApproveTeam;
using WorkflowAccountability.Testing;
using static WorkflowAccountability.Faults.Worlds.PlayedCase;

namespace WorkflowAccountability.Persistence.Tests.Promises;

/// <summary>Entries beside the procedure on every database: whole or not at all, for whom they are, and with what they change.</summary>
public abstract class LedgerContract(Node node)
{
    private World World => node.World;

    private static DecideRecusalForm Recuse(string person) => new()
    {
        PersonId = person, Ground = RecusalGround.Interest, Verdict = RecusalVerdict.Recused, Reasons = "与被调查人共事多年。", DocumentNumber = "昌州政办函〔2026〕9号",
    };

    [ContractFact]
    public async Task Whoever_is_recused_finds_nothing_of_the_case_from_the_same_commit_on_and_his_work_goes_to_who_steps_in()
    {
        var played = await WithTeamAsync();
        await played.CompleteAsync("EstablishFacts", Bureau, Filled.Facts);
        (await SeesAsync(Bureau, played), await InboxAsync(Bureau, played)).ShouldBe((true, 1), "the leader has the sign-off, by name");

        (await EnterAsync(played, Governor, DecideRecusal.Named, Recuse(Bureau) with { ReplacementId = "env-zhou", ReplacementUnit = "env" })).ShouldBeOfType<Answer.Done>();

        (await SeesAsync(Bureau, played), await InboxAsync(Bureau, played)).ShouldBe((false, 0));
        (await SeesAsync("env-zhou", played), await InboxAsync("env-zhou", played)).ShouldBe((true, 1));
        (await World.RunAsync(await played.CompletionAsync("EstablishFacts", Bureau, Filled.SignOff))).ShouldBeOfType<Answer.NotFound>();
        await played.CompleteAsync("EstablishFacts", "env-zhou", Filled.SignOff);
        (await played.FaultsAsync()).ShouldBeEmpty();
    }

    [ContractFact]
    public async Task Being_recused_beats_the_role_that_sees_every_case()
    {
        var played = await LaunchedAsync(World);
        (await SeesAsync(DeputyGovernor, played)).ShouldBeTrue();

        (await EnterAsync(played, Governor, DecideRecusal.Named, Recuse(DeputyGovernor))).ShouldBeOfType<Answer.Done>();

        (await SeesAsync(DeputyGovernor, played), await InboxAsync(DeputyGovernor, played)).ShouldBe((false, 0));
        (await EnterAsync(played, DeputyGovernor, RequestRecusal.Named, new RequestRecusalForm { PersonId = Governor, Ground = RecusalGround.Other, Facts = "。", RequestedBy = "。" }))
            .ShouldBeOfType<Answer.NotFound>();
    }

    [ContractFact]
    public async Task A_refused_entry_leaves_nothing_and_a_repeated_one_is_made_once()
    {
        var played = await LaunchedAsync(World);
        var refused = new MakeEntry(NewId(), Governor, played.Id, DecideRecusal.Named, Recuse(Governor));
        (await World.RunAsync(refused)).ShouldBeOfType<Answer.Refused>();
        (await EntriesAsync(played)).ShouldBeEmpty();

        var made = new MakeEntry(NewId(), Governor, played.Id, RequestRecusal.Named, new RequestRecusalForm
        {
            PersonId = Bureau, Ground = RecusalGround.Kin, Facts = "其弟在该园区任职。", RequestedBy = "某园区管委会",
        });
        (await World.RunAsync(made)).ShouldBeOfType<Answer.Done>();
        (await World.RunAsync(made)).ShouldBeOfType<Answer.Done>().Repeated.ShouldBeTrue();

        (await EntriesAsync(played)).ShouldHaveSingleItem().Number.ShouldBe(1);
        await using var db = World.Db();
        (await AuditChain.VerifyAsync(db, CancellationToken.None)).Faults.ShouldBeEmpty();
    }

    [ContractFact]
    public async Task What_the_supervision_team_declares_stays_behind_its_wall()
    {
        var played = await LaunchedAsync(World);
        await played.CompleteAsync("DecideSupervision", Supervisor, Inquiry with { StartedOn = Procedure.Deadlines.BeijingTime.DayOf(World.Clock.GetUtcNow()) });

        (await EnterAsync(played, Supervisor, DeclareInterest.Named, new DeclareInterestForm { HasInterest = true, Statement = "与被调查单位有业务往来。" })).ShouldBeOfType<Answer.Done>();

        (await EntriesAsync(played)).ShouldHaveSingleItem().Walled.ShouldBeTrue();
        await using var db = World.Db();
        (await db.Audit.SingleAsync(entry => entry.CaseId == played.Id && entry.Act == nameof(MakeEntry))).Walled.ShouldBeTrue();
        (await db.Notices.Where(notice => notice.CaseId == played.Id && notice.TextKey == "Notice.Declared").SingleAsync()).Walled.ShouldBeTrue();
    }

    [ContractFact]
    public async Task 第十二条第一款_不得提拔重用_Offices_ask_with_a_purpose_and_every_question_is_kept_with_its_answer()
    {
        var id = NewId();
        (await World.RunAsync(new AskRestrictions(NewId(), "env-sun", "fukang-pei", true, "拟任考察"))).ShouldBeOfType<Answer.NotFound>("not an office of personnel");
        (await World.RunAsync(new AskRestrictions(NewId(), "org-dept-peng", "fukang-pei", true, " "))).ShouldBeOfType<Answer.Refused>();
        (await World.RunAsync(new AskRestrictions(NewId(), "org-dept-peng", "org-dept-peng", true, "拟任考察"))).ShouldBeOfType<Answer.Refused>();

        (await World.RunAsync(new AskRestrictions(id, "org-dept-peng", "fukang-pei", true, "拟任某局副局长考察"))).ShouldBeOfType<Answer.Done>();

        await using var db = World.Db();
        var kept = await db.Set<RestrictionQuery>().SingleAsync(query => query.Id == id);
        (kept.Purpose, kept.Answer, kept.PersonText.Contains('彭')).ShouldBe(("拟任某局副局长考察", "[]", true));
    }

    [ContractFact]
    public async Task 第八条第二句_Who_leaves_the_team_by_an_approved_change_no_longer_sees_the_case()
    {
        var played = await WithTeamAsync();
        var change = new ProposeMemberChangeForm
        {
            Joins = "experts-shi", JoinsFor = "experts", Function = TeamFunction.EnvironmentalExpert, ExpertField = "水环境", Reasons = "需要专家。",
            Consulted = [new() { OrganisationId = "police", Answer = "同意。" }],
        };
        await ChangeAsync(change);
        (await SeesAsync("experts-shi", played)).ShouldBeTrue();

        await ChangeAsync(change with { Joins = "experts-yao", Leaves = "experts-shi" });

        (await SeesAsync("experts-shi", played), await SeesAsync("experts-yao", played)).ShouldBe((false, true));

        async Task ChangeAsync(ProposeMemberChangeForm form)
        {
            (await EnterAsync(played, "env-sun", ProposeMemberChange.Named, form)).ShouldBeOfType<Answer.Done>();
            var label = (await EntriesAsync(played)).Last().Label;
            (await EnterAsync(played, Governor, ApproveMemberChange.Named, new ApproveMemberChangeForm
            {
                Change = label, Decision = Approval.Approved, DocumentNumber = "昌州政函〔2026〕8号", ApprovedOn = new(2026, 3, 2),
            })).ShouldBeOfType<Answer.Done>();
        }
    }

    private async Task<PlayedCase> WithTeamAsync()
    {
        var played = await LaunchedAsync(World);
        await played.CompleteAsync("ProposeTeam", "env-sun", Team);
        await played.CompleteAsync("ApproveTeam", DeputyGovernor, new ApproveTeamForm { Decision = Approval.Approved, DocumentNumber = "昌州政函〔2026〕5号", ApprovedOn = new(2026, 3, 2) });
        return played;
    }

    private Task<Answer> EnterAsync(PlayedCase played, string by, string kind, object form) => World.RunAsync(new MakeEntry(NewId(), by, played.Id, kind, form));

    private async Task<List<CaseEntry>> EntriesAsync(PlayedCase played)
    {
        await using var db = World.Db();
        return await db.Set<CaseEntry>().AsNoTracking().Where(entry => entry.CaseId == played.Id).OrderBy(entry => entry.Number).ToListAsync();
    }

    private async Task<bool> SeesAsync(string person, PlayedCase played)
    {
        await using var db = World.Db();
        return await db.Cases.Where(CaseAccess.Sees(Directory(person), db)).AnyAsync(file => file.Id == played.Id);
    }

    private async Task<int> InboxAsync(string person, PlayedCase played)
    {
        await using var db = World.Db();
        return await CaseAccess.InboxOf(Directory(person), db).CountAsync(item => item.CaseId == played.Id);
    }

    private Actor Directory(string person) => Procedure.Organisations.OrganisationDirectory.Shipped.ActorOf(person, World.Clock.GetUtcNow());
}
