using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Stages.CooperateWithSuperior;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Procedure.Tests.Stages.CooperateWithSuperior;

public class CooperateWithSuperiorTests
{
    private static readonly StageInputs inputs = new(Roles.Government);
    private static readonly CooperateWithSuperiorStage stage = new();
    private static readonly CooperationRequestsForm requests = new()
    {
        SuperiorOrgan = "自治区人民政府",
        Requests =
        [
            new() { OrganisationId = "env", What = "监测数据", DueOn = new(2026, 3, 10) },
            new() { OrganisationId = "finance", What = "资金台账", DueOn = new(2026, 3, 12) },
        ],
    };
    private static readonly CooperationSupplyForm supply = new() { Supplied = "已报送。", SuppliedOn = new(2026, 3, 2), Contact = "孙清源" };
    private static readonly CooperationConclusionForm end =
        new() { End = CooperationEnd.Concluded, Result = "已问责。", ConcludedOn = new(2026, 3, 2), Document = "新政函9号" };

    private readonly ACase matter = new();

    [Fact]
    public void 第七条第二句_The_government_hands_on_what_the_superior_asks_for_even_without_a_case_of_its_own() =>
        stage.Enter(matter.Enter(inputs)).ShouldHaveSingleItem().To.ShouldBe(Candidate.OfRole(Roles.Government));

    [Fact]
    public void A_definition_that_lets_anybody_else_coordinate_is_refused_aloud() =>
        Should.Throw<InvalidOperationException>(() => stage.Enter(matter.Enter(new(Roles.LeadEnv)))).Message.ShouldContain("第七条第二句");

    [Fact]
    public void Each_request_becomes_a_work_item_of_its_department_with_what_is_asked_and_by_when()
    {
        var context = matter.Enter(inputs);

        var step = matter.Submit(stage, context, "requests", requests).ShouldBeOfType<StageStep.Opening>();

        step.Seats.Select(seat => (seat.Key, seat.To)).ShouldBe(
        [
            ("supply:1", Candidate.OfRole(Roles.AnyOffice, "env")), ("supply:2", Candidate.OfRole(Roles.AnyOffice, "finance")),
        ]);
        var shown = step.Seats[1].Prefill.ShouldBeOfType<CooperationSupplyForm>();
        (shown.Request, shown.DueOn).ShouldBe(("资金台账", new DateOnly(2026, 3, 12)));
    }

    [Fact]
    public void 第七条第二句_The_day_that_the_superior_has_set_is_the_day_on_which_the_item_is_due()
    {
        var step = matter.Submit(stage, matter.Enter(inputs), "requests", requests).ShouldBeOfType<StageStep.Opening>();

        step.Seats.Select(seat => (seat.Deadline, seat.DueOn)).ShouldBe(
            [(CooperateWithSuperiorStage.DeadlineOfRequests, new DateOnly(2026, 3, 10)), (CooperateWithSuperiorStage.DeadlineOfRequests, new DateOnly(2026, 3, 12))]);
    }

    [Fact]
    public void The_cooperation_is_ended_when_the_last_department_has_supplied()
    {
        var context = matter.Enter(inputs);
        matter.Submit(stage, context, "requests", requests);

        matter.Submit(stage, context, "supply:2", supply).ShouldBe(StageStep.Wait);
        matter.Submit(stage, context, "supply:1", supply).ShouldBeOfType<StageStep.Opening>().Seats.ShouldHaveSingleItem().Key
            .ShouldBe("conclude");
        matter.Submit(stage, context, "conclude", end).ShouldBeOfType<StageStep.Leaving>().Outcome.ShouldBe("Concluded");
    }

    [Fact]
    public void Without_requests_the_result_is_recorded_at_once() =>
        matter.Submit(stage, matter.Enter(inputs), "requests", requests with { Requests = [] })
            .ShouldBeOfType<StageStep.Opening>().Seats.ShouldHaveSingleItem().Key.ShouldBe("conclude");

    [Fact]
    public void A_superior_that_asks_for_more_opens_a_second_round_whose_items_are_counted_on()
    {
        var context = matter.Enter(inputs);
        matter.Submit(stage, context, "requests", requests);
        matter.Submit(stage, context, "supply:1", supply);
        matter.Submit(stage, context, "supply:2", supply);

        var again = matter.Submit(stage, context, "conclude", new CooperationConclusionForm { End = CooperationEnd.FurtherRequests });
        var step = matter.Submit(stage, context, "requests", requests with { Requests = [requests.Requests[0]] });

        again.ShouldBeOfType<StageStep.Opening>().Seats.ShouldHaveSingleItem().Key.ShouldBe("requests");
        step.ShouldBeOfType<StageStep.Opening>().Seats.ShouldHaveSingleItem().Key.ShouldBe("supply:3");
        matter.Submit(stage, context, "supply:3", supply).ShouldBeOfType<StageStep.Opening>().Seats.ShouldHaveSingleItem().Key
            .ShouldBe("conclude");
    }

    [Fact]
    public void An_unknown_department_is_refused() =>
        Refusals("requests", requests with { Requests = [requests.Requests[0] with { OrganisationId = "nowhere" }, requests.Requests[1]] })
            .ShouldBe(["第七条第二句 Request.Unknown.Reason"]);

    [Fact]
    public void Supplying_is_entered_afterwards()
    {
        Refusals("supply:1", supply with { SuppliedOn = new(2026, 3, 3) }).ShouldBe(["内部环节 Supply.Ahead.Reason"]);
        Refusals("supply:1", supply).ShouldBeEmpty();
    }

    [Fact]
    public void An_end_needs_result_document_and_date()
    {
        Refusals("conclude", end with { Result = null }).ShouldBe(["内部环节 End.NoResult.Reason"]);
        Refusals("conclude", end with { ConcludedOn = null }).ShouldBe(["内部环节 End.NoResult.Reason"]);
        Refusals("conclude", end).ShouldBeEmpty();
        Refusals("conclude", new CooperationConclusionForm { End = CooperationEnd.FurtherRequests }).ShouldBeEmpty();
    }

    private IReadOnlyList<string> Refusals(string seat, object form) => matter.Refusals(stage, matter.Enter(inputs), seat, form);
}
