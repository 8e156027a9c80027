using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Stages.LaunchInvestigation;

namespace WorkflowAccountability.Procedure.Tests.Forms;

public sealed class PlausibleTests
{
    [Theory]
    [InlineData("1016-08-26", false)]
    [InlineData("1949-09-30", false)]
    [InlineData("1949-10-01", true)]
    [InlineData("2199-12-31", true)]
    [InlineData("2200-01-01", false)]
    public void A_slip_of_the_year_is_told_at_its_field(string day, bool isTaken)
    {
        var binding = FormBinder.Bind(FormPlan.Of(typeof(LaunchInvestigationForm)), [new("Decision", "Launched"), new("DecidedOn", day)]);

        binding.Errors.Any(error => error.Path == "DecidedOn" && error.Message.Key == "Error.Day").ShouldBe(!isTaken);
    }

    [Fact]
    public void An_amount_is_no_less_than_nothing_and_no_more_than_there_is()
    {
        Plausible.IsAmount(0).ShouldBeTrue();
        Plausible.IsAmount(-0.01m).ShouldBeFalse();
        Plausible.IsAmount(Plausible.LargestAmount).ShouldBeTrue();
        Plausible.IsAmount(Plausible.LargestAmount + 1).ShouldBeFalse();
    }
}
