using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Ledgers.Approvals;
using WorkflowAccountability.Procedure.Ledgers.Precedence;
using WorkflowAccountability.Procedure.Ledgers.Records;
using WorkflowAccountability.Procedure.Ledgers.Referrals;
using WorkflowAccountability.Procedure.Stages.CloseCase;
using WorkflowAccountability.Procedure.Stages.DefineResponsibility;
using WorkflowAccountability.Procedure.Stages.ImplementDecision;
using WorkflowAccountability.Testing;
using Measure = WorkflowAccountability.Procedure.Cases.Measure;

namespace WorkflowAccountability.Procedure.Tests.Ledgers;

public sealed class RegisterTests
{
    private readonly ACase matter = new();

    [Fact]
    public void 第十三条第一款第三项_A_restriction_of_approvals_stands_in_the_register_past_its_end_until_a_decision_lifts_it()
    {
        matter.File.Measures.Add(new Measure
        {
            Id = "M1", CaseId = matter.File.Id, ProposalId = "H1", PartyId = "P1", Code = "ProjectApprovalRestriction", Citation = "第十三条第一款第（三）项",
            Text = "限批。", OwnerRole = "LEAD_ENV", DecidedAt = matter.Now,
        });
        var stage = new ImplementDecisionStage();
        matter.Submit(stage, matter.Enter(new("ANY_OFFICE")), "M1", new ImplementApprovalRestrictionForm
        {
            WhatWasDone = "已通知。", DoneOn = new(2026, 3, 2), DocumentNumber = "昌州环〔2026〕7号", Evidence = "通知。", AreaOrIndustry = "阜康化工园区新建化工项目",
            Start = new(2026, 3, 2), End = new(2026, 6, 2),
        });
        var restriction = matter.File.ApprovalRestrictions.ShouldHaveSingleItem();
        restriction.Holds(new(2026, 12, 1)).ShouldBeTrue("its end does not lift it");

        matter.Now = new(2026, 7, 1, 2, 0, 0, TimeSpan.Zero);
        matter.As("gov-zhang");
        matter.Make(new LiftApprovalRestriction(), new LiftApprovalRestrictionForm
        {
            MeasureId = "M1", Acceptance = "整改验收合格。", DocumentNumber = "昌州政函〔2026〕30号", LiftedOn = new(2026, 7, 1),
        });

        (restriction.Holds(new(2026, 6, 30)), restriction.Holds(new(2026, 7, 1))).ShouldBe((true, false));
        new LiftApprovalRestriction().May(matter.Context()).ShouldBeFalse();
    }

    [Fact]
    public void 第十三条第三款_No_case_closes_over_an_open_referral_unseen_and_its_outcome_can_come_later()
    {
        matter.File.Referrals.Add(new Referral
        {
            Id = "F1", CaseId = matter.File.Id, Authority = "昌吉市公安局", Reason = "涉嫌污染环境罪", Citation = "第十三条第三款第二句", On = new(2026, 3, 1), Receipt = "收字1号", Walled = false,
        });
        var stage = new CloseCaseStage();
        var context = matter.Enter(new("LEAD_ENV"));
        stage.Enter(context)[0].Prefill.ShouldBeOfType<CloseCaseForm>().Summary.ShouldContain("F1 昌吉市公安局（收字1号）");
        matter.Submit(stage, context, "form", new CloseCaseForm { ArchiveNumber = "A1", Summary = "办结。" });
        matter.File.Notices.Where(notice => notice.TextKey == "Notice.OpenReferrals").Select(notice => notice.RecipientKey).ShouldBe(["role:SUPERVISION", "role:GOVERNMENT"]);

        matter.As("supervision-xu");
        matter.Make(new RecordReferralOutcome(), new ReferralOutcomeForm { ReferralId = "F1", Outcome = "立案侦查。", On = new(2026, 3, 2), DocumentNumber = "昌公立字〔2026〕1号" });

        OpenReferrals.Of(matter.File).ShouldBeEmpty();
        new RecordReferralOutcome().OutlivesTheCase.ShouldBeTrue();
    }

    [Fact]
    public void What_was_referred_behind_the_wall_is_hidden_from_who_stands_outside()
    {
        matter.File.Referrals.Add(new Referral
        {
            Id = "F1", CaseId = matter.File.Id, Authority = "州人民检察院", Reason = "涉嫌玩忽职守", Citation = "第十三条第三款第二句", On = new(2026, 3, 1), Receipt = "收字2号", Walled = true,
        });
        matter.As("env-sun");

        new RecordReferralOutcome().May(matter.Context()).ShouldBeFalse();
        OpenReferrals.Of(matter.File).ShouldBeEmpty("the closing office may not learn of it");

        matter.Supervised();
        matter.File.Notices.Clear();
        matter.Submit(new CloseCaseStage(), matter.Enter(new("LEAD_ENV")), "form", new CloseCaseForm { ArchiveNumber = "A1", Summary = "办结。" });

        var told = matter.File.Notices.Where(notice => notice.TextKey == "Notice.Open").ToList();
        told.Select(notice => notice.PersonId).ShouldBe(matter.File.Members(TeamKind.Supervision).Select(member => member.PersonId));
        told.ShouldNotBeEmpty("who stands behind the wall follows it up");
        told.ShouldAllBe(notice => notice.Walled);
    }

    [Fact]
    public void 第十四条第二项第二段_Records_that_are_missing_come_into_the_matrix_as_a_finding_against_the_unit()
    {
        matter.WithCauses();
        matter.As("env-wang");
        var asked = matter.Make(new RequestRecords(), new RequestRecordsForm
        {
            OrganisationId = "county-fukang-gov", Category = RecordsCategory.ProjectDecisions, What = "化工园区污水管线立项审批全套资料。", DueOn = new(2026, 3, 20),
        });
        MissingRecords.RequestsOf(matter.File).ShouldHaveSingleItem().Answer.ShouldBeNull();
        matter.Make(new RecordRecords(), new RecordRecordsForm { Request = asked.Label, Result = RecordsResult.Missing, Description = "档案室无此卷。", On = new(2026, 3, 2) });

        MissingRecords.AreFound(matter.File, Filled.Matrix).ShouldHaveSingleItem().IsAllowed.ShouldBeFalse();
        var begun = (DefineResponsibilityForm)new DefineResponsibilityStage().Enter(matter.Enter(new("LEAD_ENV")))[0].Prefill!;
        begun.Matrix[^1].OrganisationId.ShouldBe("county-fukang-gov");
        MissingRecords.AreFound(matter.File, begun).ShouldAllBe(ruling => ruling.IsAllowed);
    }

    [Theory]
    [InlineData(RecordsCategory.EconomicDeployments)]
    [InlineData(RecordsCategory.ProjectDecisions)]
    [InlineData(RecordsCategory.EnvironmentalLaw)]
    public void 第十四条第二项第二段_Records_are_asked_for_in_three_categories_also_of_units_outside_the_team_and_told_to_them(RecordsCategory category)
    {
        matter.WithTeam();
        matter.As("police-yuan");

        matter.Make(new RequestRecords(), new RequestRecordsForm { OrganisationId = "water", Category = category, What = "资料", DueOn = new(2026, 3, 20) });

        matter.File.Notices.ShouldContain(notice => notice.RecipientKey == "role:ANY_OFFICE@water");
    }

    [Fact]
    public void Records_that_came_make_no_finding()
    {
        matter.WithTeam();
        matter.As("env-wang");
        var asked = matter.Make(new RequestRecords(), new RequestRecordsForm { OrganisationId = "water", Category = RecordsCategory.EnvironmentalLaw, What = "资料", DueOn = new(2026, 3, 20) });
        matter.Make(new RecordRecords(), new RecordRecordsForm { Request = asked.Label, Result = RecordsResult.Received, Description = "齐全。", On = new(2026, 3, 2) });

        MissingRecords.Of(matter.File).ShouldBeEmpty();
    }

    [Fact]
    public void 第三条第四款_A_rule_that_prevails_is_named_with_its_reason_and_was_in_force()
    {
        matter.As("legal-jiang");
        var form = new RecordPrecedenceForm
        {
            Matter = "企业环境违法的处罚", Rule = "《中华人民共和国环境保护法》第五十九条", InForceOn = new(2026, 2, 20), Reasons = "行政处罚由法律规定。",
        };

        matter.Make(new RecordPrecedence(), form);
        matter.Refusals(new RecordPrecedence(), form with { InForceOn = new(2026, 8, 15) }).ShouldBe(["第三条第四款 Rule.NotInForce.Reason"]);
        matter.Refusals(new RecordPrecedence(), form with { Rule = "有关规定" }).ShouldBe(["第三条第四款 Rule.Unnamed.Reason"]);
    }
}
