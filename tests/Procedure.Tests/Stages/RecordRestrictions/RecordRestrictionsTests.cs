using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Stages.RecordRestrictions;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Procedure.Tests.Stages.RecordRestrictions;

public sealed class RecordRestrictionsTests
{
    private static readonly StageInputs inputs = new(Roles.LeadEnv, Roles.Supervision);
    private static readonly RecordRestrictionsStage stage = new();
    private readonly ACase matter = new ACase().WithReport().Consulted().Approved().By("env-chen");

    [Fact]
    public void One_office_enters_and_the_other_confirms()
    {
        var context = matter.Enter(inputs);

        stage.Enter(context).ShouldHaveSingleItem().To.ShouldBe(Candidate.OfRole(Roles.LeadEnv));
        var confirm = matter.Submit(stage, context, "enter", Concluding.Restrictions).ShouldBeOfType<StageStep.Opening>().Seats
            .ShouldHaveSingleItem();

        (confirm.Key, confirm.To).ShouldBe(("confirm", Candidate.OfRole(Roles.Supervision)));
        matter.File.Restrictions.ShouldBeEmpty("nothing is in the ledger before it is confirmed");
    }

    [Fact]
    public void A_bureau_under_inquiry_does_not_keep_the_ledger_in_its_own_cause()
    {
        matter.File.ConcernsLeadBureau = true;

        stage.Enter(matter.Enter(inputs)).ShouldHaveSingleItem().To.ShouldBe(Candidate.OfRole(Roles.Government));
    }

    [Fact]
    public void A_definition_without_the_second_office_is_refused_aloud() =>
        Should.Throw<InvalidOperationException>(() => stage.Enter(matter.Enter(new(Roles.LeadEnv)))).Message.ShouldContain("secondRole");

    [Fact]
    public void Confirmed_entries_are_in_the_ledger_without_an_invented_end_and_the_organisation_department_is_told()
    {
        matter.File.Notices.Clear();

        matter.Restricted();

        matter.File.Restrictions.Select(entry => (entry.Id, entry.PartyId, entry.Kind, entry.End)).ShouldBe(
        [
            ("R1", "P1", RestrictionKind.UnitNotAdvanced, null), ("R2", "P3", RestrictionKind.NoPromotion, null),
            ("R3", "P3", RestrictionKind.NoAwards, null),
        ]);
        matter.File.Notices.Select(notice => notice.Role).ShouldBe([Roles.OrgDept]);
    }

    [Fact]
    public void Entries_that_are_sent_back_open_again_as_they_were_and_only_the_corrected_ones_count()
    {
        var context = matter.Enter(inputs);
        matter.Submit(stage, context, "enter", Concluding.Restrictions);

        var again = matter.By("supervision-xu")
            .Submit(stage, context, "confirm", new ConfirmRestrictionsForm { Decision = RestrictionsDecision.Back, Remarks = "补充。" })
            .ShouldBeOfType<StageStep.Opening>().Seats.ShouldHaveSingleItem();
        var corrected = again.Prefill.ShouldBeOfType<RestrictionsForm>();
        matter.By("env-chen").Submit(stage, context, "enter", corrected with { Entries = corrected.Entries[..1], WithoutEntry = [.. corrected.WithoutEntry, Without("P3")] });
        matter.By("supervision-xu").Submit(stage, context, "confirm", Concluding.Confirmation).ShouldBeOfType<StageStep.Leaving>().Outcome
            .ShouldBe("Recorded");

        again.Key.ShouldBe("enter");
        matter.File.Restrictions.Select(entry => entry.PartyId).ShouldBe(["P1"]);
    }

    [Fact]
    public void An_end_with_the_rule_that_gives_it_is_kept_with_its_basis()
    {
        var entry = Concluding.Restrictions.Entries[1] with { End = new(2028, 3, 2), EndBasis = "2015年办法第十五条" };
        var context = matter.Enter(inputs);
        matter.Submit(stage, context, "enter", With(entry));

        matter.Submit(stage, context, "confirm", Concluding.Confirmation);

        matter.File.Restrictions.Single(restriction => restriction is { PartyId: "P3", Kind: RestrictionKind.NoPromotion }).ShouldSatisfyAllConditions(
            restriction => restriction.End.ShouldBe(new DateOnly(2028, 3, 2)),
            restriction => restriction.Basis.ShouldBe("第十二条第一款；2015年办法第十五条"));
    }

    [Fact]
    public void Nothing_is_entered_before_both_bodies_have_approved() =>
        new ACase().WithReport().Consulted().ApprovedByParty().ShouldSatisfyAllConditions(early =>
            early.Refusals(stage, early.Enter(inputs), "enter", Concluding.Restrictions).ShouldBe(["第十二条第一款 Approval.Missing.Reason"]));

    [Fact]
    public void Everybody_found_responsible_has_either_an_entry_or_a_reason()
    {
        Refusals(Concluding.Restrictions).ShouldBeEmpty();
        Refusals(Concluding.Restrictions with { WithoutEntry = [] }).ShouldBe(["第十二条第一款 Party.Open.Reason"]);
        Refusals(Concluding.Restrictions with { WithoutEntry = [Without("P2"), Without("P3")] })
            .ShouldBe(["第十二条第一款 Party.Open.Reason"]);
    }

    [Fact]
    public void 第十二条第一款_A_person_is_neither_promoted_nor_commended_unless_it_is_said_why_one_of_the_two_is_left_out()
    {
        var promotionOnly = Concluding.Restrictions with { Entries = Concluding.Restrictions.Entries[..2] };

        Refusals(promotionOnly).ShouldBe(["第十二条第一款 Party.Open.Reason"]);
        Refusals(promotionOnly with { WithoutEntry = [.. promotionOnly.WithoutEntry, Without("P3")] }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("P1", RestrictionKind.NoPromotion)]
    [InlineData("P1", RestrictionKind.NoAwards)]
    [InlineData("P3", RestrictionKind.UnitNotAdvanced)]
    [InlineData("P9", RestrictionKind.NoPromotion)]
    public void 第十二条第一款_综合性先进单位_Units_are_not_promoted_and_persons_are_no_advanced_units(string party, RestrictionKind kind) =>
        Refusals(And(Entry with { PartyId = party, Kind = kind }))
            .ShouldBe(["第十二条第一款 Entry.Misfit.Reason"]);

    [Fact]
    public void No_entry_stands_twice() =>
        Refusals(And(Entry)).ShouldBe(["第十二条第一款 Entry.Misfit.Reason", "第十二条第一款 Entry.Misfit.Reason"]);

    [Fact]
    public void An_end_without_a_rule_or_before_the_start_is_refused()
    {
        Refusals(With(Entry with { End = new(2028, 3, 2) })).ShouldBe(["第十二条第二款 Entry.End.Reason"]);
        Refusals(With(Entry with { End = Entry.Start, EndBasis = "2015年办法第十五条" })).ShouldBe(["第十二条第二款 Entry.End.Reason"]);
    }

    [Fact]
    public void 第十二条第一款_综合性先进单位_The_event_is_not_later_than_the_finding_nor_the_finding_than_today()
    {
        Refusals(With(Entry with { FindingYear = 2027 })).ShouldBe(["第十二条第一款 Entry.Years.Reason"]);
        Refusals(With(Entry with { EventYear = 2026, FindingYear = 2025 })).ShouldBe(["第十二条第一款 Entry.Years.Reason"]);
    }

    [Fact]
    public void The_hand_that_entered_does_not_confirm_and_sending_back_says_why()
    {
        var context = matter.Enter(inputs);
        matter.Submit(stage, context, "enter", Concluding.Restrictions);

        matter.Refusals(stage, context, "confirm", Concluding.Confirmation).ShouldBe(["内部环节 Confirm.SameHand.Reason"]);
        matter.By("supervision-xu").Refusals(stage, context, "confirm", Concluding.Confirmation).ShouldBeEmpty();
        matter.Refusals(stage, context, "confirm", new ConfirmRestrictionsForm { Decision = RestrictionsDecision.Back })
            .ShouldBe(["内部环节 Back.NoRemarks.Reason"]);
    }

    private static RestrictionEntry Entry => Concluding.Restrictions.Entries[1];

    private static RestrictionsForm With(RestrictionEntry entry) =>
        Concluding.Restrictions with { Entries = [Concluding.Restrictions.Entries[0], entry, Concluding.Restrictions.Entries[2]] };

    private static RestrictionsForm And(RestrictionEntry entry) =>
        Concluding.Restrictions with { Entries = [.. Concluding.Restrictions.Entries, entry] };

    private static UnrestrictedParty Without(string party) => new() { PartyId = party, Reason = "减轻。" };

    private IReadOnlyList<string> Refusals(RestrictionsForm form) => matter.Refusals(stage, matter.Enter(inputs), "enter", form);
}
