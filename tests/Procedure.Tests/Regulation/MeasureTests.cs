using Snapshooter.Xunit;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Tests.Regulation;

public sealed class MeasureTests
{
    private static readonly MeasureCatalogue Catalogue = MeasureCatalogue.Shipped;
    private static readonly DateOnly Autumn2016 = new(2016, 9, 1);

    [Fact]
    public void The_measures_are_these() => Snapshot.Match(string.Join('\n', Catalogue.Measures.Select(measure =>
        $"{measure.Code,-27} {measure.Name}  {measure.Citation}  {string.Join('+', measure.Targets)}  {measure.OwnerRole}"
        + $"{(measure.NeedsConsultation ? "  须会商" : "")}{(measure.ValidTo is { } end ? $"  至{end:yyyy-MM-dd}前" : "")}")));

    [Fact]
    public void The_nine_measures_of_item_one_stand_in_its_text_in_the_same_order()
    {
        var names = Catalogue.On(Autumn2016).Where(measure => measure.Category is MeasureCategory.Accountability)
            .Select(measure => measure.Name);

        RegulationText.Current.Find("第十三条第一款第（一）项")!.Text.ShouldBe($"对领导班子集体或者个人{string.Join('、', names)}。");
    }

    [Fact]
    public void Discipline_and_organisational_handling_need_consultation_and_nothing_else_does() =>
        Catalogue.On(Autumn2016).Where(measure => measure.NeedsConsultation).Select(measure => measure.Name)
            .ShouldBe(["调整岗位", "引咎辞职", "责令辞职", "免职", "降职", "党纪处分"]);

    [Theory]
    [InlineData("2018-03-19", "政纪处分")]
    [InlineData("2018-03-20", "政务处分")]
    public void The_sanction_of_the_supervision_organ_changes_its_name_and_keeps_its_code(string day, string name) =>
        Catalogue.Find("AdministrativeDiscipline", Day.Of(day))!.Name.ShouldBe(name);

    [Fact]
    public void A_removal_is_for_persons_and_a_stop_of_funds_for_units()
    {
        Catalogue.Find("Removal", Autumn2016)!.MayTarget(MeasureTarget.Unit).ShouldBeFalse();
        Catalogue.Find("FundsSuspension", Autumn2016)!.MayTarget(MeasureTarget.Person).ShouldBeFalse();
        Catalogue.Find("InterviewSummons", Autumn2016)!.Targets.ShouldBe([MeasureTarget.Unit, MeasureTarget.Person]);
    }

    [Fact]
    public void Every_owner_is_marked_as_our_own_assignment_since_the_text_names_none() =>
        Catalogue.Measures.ShouldAllBe(measure =>
            Roles.Knows(measure.OwnerRole) && measure.OwnerBasis.StartsWith(Citations.InternalStep, StringComparison.Ordinal));

    [Fact]
    public void A_catalogue_tells_everything_that_is_wrong_with_it()
    {
        var good = Catalogue.Find("Removal", Autumn2016)!;
        var bad = Catalogue with
        {
            RegulationId = "none",
            Measures = [good with { Citation = "第九十条" }, good with { Targets = [], OwnerRole = "KING" }],
        };

        bad.Faults().ShouldBe([
            "there is no regulation 'none'.",
            $"Removal: '第九十条' or '{good.OwnerBasis}' is no sound citation.",
            "Removal: can be taken against nobody.",
            "the role 'KING' is unknown.",
            "Removal: two rows hold at once.",
        ]);
    }
}
