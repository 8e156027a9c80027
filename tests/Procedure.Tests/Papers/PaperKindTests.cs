using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Papers;
using WorkflowAccountability.Procedure.Papers.Kinds;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Procedure.Tests.Papers;

/// <summary>What each document says, who issues it and when it can be made; each test is named after the clause that it is about.</summary>
public sealed class PaperKindTests
{
    private static readonly PaperSource source = FinishedCase.Source;

    [Fact]
    public void Every_kind_cites_a_clause_of_the_regulation_or_an_internal_step_and_has_a_name_in_both_languages()
    {
        foreach (var kind in PaperKind.All)
        {
            Citations.IsSound(kind.Citation).ShouldBeTrue(kind.Code);
            foreach (var language in new[] { "zh-CN", "en" })
                Text.Exists(typeof(PaperTexts), $"Kind.{kind.Code}", System.Globalization.CultureInfo.GetCultureInfo(language)).ShouldBeTrue(kind.Code);
        }
    }

    [Fact]
    public void 第七条第一句_the_request_states_the_items_of_第六条_word_for_word_and_asks_the_government()
    {
        var sheet = FinishedCase.Sheet(new LaunchRequest());

        sheet.Organs.ShouldBe(["昌吉回族自治州生态环境局"]);
        sheet.Addressee.ShouldBe("州人民政府");
        string.Join('\n', sheet.Body).ShouldContain("第六条第（二）项规定：发生较大及以上环境污染事件的。");
        sheet.Body[^1].ShouldBe("妥否，请批示。");
    }

    [Fact]
    public void 第七条第一句_the_reply_launches_and_bears_the_governments_name()
    {
        var sheet = FinishedCase.Sheet(new LaunchReply());

        (sheet.Layout, sheet.Organs.Single(), sheet.Addressee).ShouldBe((PaperLayout.Downward, "昌吉回族自治州人民政府", "州生态环境局"));
        string.Join('\n', sheet.Body).ShouldContain("同意启动“阜康市某河水污染事件”环境问题（事件）责任追究调查");
    }

    [Fact]
    public void 第八条第二句_the_request_lists_leader_members_and_both_kinds_of_experts_and_the_reply_approves_them()
    {
        var (request, reply) = (string.Join('\n', FinishedCase.Sheet(new TeamRequest()).Body), string.Join('\n', FinishedCase.Sheet(new TeamReply()).Body));

        foreach (var text in new[] { request, reply })
            foreach (var function in new[] { "组长：王知远", "副组长：周牧野", "环保专家：", "行业专家：" })
                text.ShouldContain(function);
        reply.ShouldContain("调查组成员确需变动的，应当另行报批");
    }

    [Fact]
    public void 第十条第二句_the_letter_goes_to_both_named_bodies_and_is_the_teams_alone()
    {
        var letter = new ConsultationLetter();
        var sheet = FinishedCase.Sheet(letter);

        (letter.Walled, sheet.Layout, sheet.Organs.Single()).ShouldBe((true, PaperLayout.Letter, "昌吉回族自治州监察委员会"));
        sheet.Addressee.ShouldBe("州纪委监委，州党委组织部");
        letter.MayDraft(Actor("env-chen"), source).ShouldBeFalse();
        letter.MayDraft(Actor("supervision-he"), source).ShouldBeFalse("the head of the bureau does not sit in the team");
        letter.MayDraft(Actor("supervision-lin"), source).ShouldBeTrue();
        letter.MaySign(Actor("supervision-lin"), "supervision-commission", source).ShouldBeFalse();
        letter.MaySign(Actor("supervision-guo"), "supervision-commission", source).ShouldBeTrue();
    }

    [Fact]
    public void 第十一条第一款第二句_同时上报专题报告_the_report_holds_facts_and_proposals_and_nothing_from_behind_the_wall()
    {
        var text = string.Join('\n', FinishedCase.Sheet(new InvestigationReport()).Body);

        foreach (var section in new[] { "、调查情况", "、人员伤亡、经济损失和生态毁损情况", "、原因分析", "、责任认定", "、历史过程追溯情况", "、责任追究建议" })
            text.ShouldContain(section);
        text.ShouldContain("直接经济损失：812万元");
        text.ShouldContain("间接经济损失：沿河企业未停产。");
        text.ShouldContain("免去局长职务");
        foreach (var walled in new[] { "给予党内严重警告处分", "调阅记录，询问九人", "授意补造记录" })
            text.ShouldNotContain(walled);
    }

    [Fact]
    public void 第十一条第一款第二句_同时上报专题报告_the_special_report_holds_the_opinions_of_the_independent_inquiry()
    {
        string.Join('\n', FinishedCase.Sheet(new SpecialReport()).Body).ShouldContain("给予党内严重警告处分");
        new SpecialReport().Walled.ShouldBeTrue();
    }

    [Fact]
    public void 第十一条第一款第一句_the_report_goes_to_州党委_and_州人民政府_and_the_leader_of_the_team_signs_it()
    {
        var report = new InvestigationReport();

        FinishedCase.Sheet(report).Addressee.ShouldBe("州党委，州人民政府");
        report.MaySign(Actor("env-wang"), "env", source).ShouldBeTrue();
        report.MaySign(Actor("env-chen"), "env", source).ShouldBeFalse("第九条第一句: the leader answers for the investigation");
    }

    [Fact]
    public void 第十一条第一款第一句_the_replies_of_both_bodies_decide_the_teams_proposals_and_leave_out_what_lies_behind_the_wall()
    {
        foreach (var kind in new PaperKind[] { new PartyReviewReply(), new GovernmentReviewReply() })
        {
            var text = string.Join('\n', FinishedCase.Sheet(kind).Body);
            text.ShouldContain("同意。免去局长职务。");
            text.ShouldNotContain("给予党内严重警告处分");
        }
    }

    [Fact]
    public void 第十一条第二款第一句_the_decision_is_both_bodies_and_names_for_each_measure_who_carries_it_out()
    {
        var sheet = FinishedCase.Sheet(new HandlingDecision());
        var text = string.Join('\n', sheet.Body);

        sheet.Organs.ShouldBe(["中共昌吉回族自治州委员会", "昌吉回族自治州人民政府"]);
        foreach (var measure in source.File.Measures)
            text.ShouldContain(measure.Text.TrimEnd('。'));
        text.ShouldContain("由州党委组织部负责落实");
        text.ShouldContain("对处理落实情况进行跟踪监督");
    }

    [Fact]
    public void Documents_print_names_of_organisations_valid_on_their_date()
    {
        var earlier = source with { On = new DateOnly(2017, 3, 2) };

        FinishedCase.Sheet(new LaunchRequest(), earlier).Organs.ShouldBe(["昌吉回族自治州环境保护局"]);
        FinishedCase.Sheet(new LaunchReply(), earlier).Addressee.ShouldBe("州环保局");
        new ConsultationLetter().Issuers(earlier).ShouldBe(["supervision"]);
        OrganCode.Of("supervision-commission", new DateOnly(2017, 3, 2)).ShouldBeNull();
    }

    [Fact]
    public void A_document_is_refused_with_the_clause_of_the_stage_that_is_still_to_come()
    {
        var begun = new PaperSource(new ACase().Registered().File, OrganisationDirectory.Shipped, FinishedCase.Today);

        new LaunchRequest().Ready(begun).IsAllowed.ShouldBeTrue();
        new LaunchReply().Ready(begun).Citation.ShouldBe("第七条第一句");
        new TeamReply().Ready(begun).Citation.ShouldBe("第八条");
        new InvestigationReport().Ready(begun).Citation.ShouldBe("第十一条第一款");
        new HandlingDecision().Ready(begun).Citation.ShouldBe("第十一条第一款第一句");
        PaperKind.All.Where(kind => !kind.Ready(begun).IsAllowed).ShouldAllBe(kind => kind.Ready(begun).Remedy != null);
    }

    private static Actor Actor(string person) => OrganisationDirectory.Shipped.ActorOf(person, FinishedCase.Matter.Now);
}
