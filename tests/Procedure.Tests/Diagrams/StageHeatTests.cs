using WorkflowAccountability.Procedure.Diagrams;

namespace WorkflowAccountability.Procedure.Tests.Diagrams;

public sealed class StageHeatTests
{
    [Theory]
    [InlineData(new int[0], null)]
    [InlineData(new[] { 4 }, 4.0)]
    [InlineData(new[] { 9, 1, 3 }, 3.0)]
    [InlineData(new[] { 8, 2, 4, 1 }, 3.0)]
    public void The_median_lies_in_the_middle(int[] numbers, double? median) => StageHeat.MedianOf(numbers).ShouldBe(median);

    [Theory]
    [InlineData(0, 0, 0, 0, 0)]
    [InlineData(3, 0, 0, 0, 1)]
    [InlineData(0, 5, 0, 5, 1)]
    [InlineData(1, 9, 1, 10, 2)]
    [InlineData(1, 9, 5, 10, 3)]
    [InlineData(1, 9, 6, 10, 4)]
    public void A_step_is_the_hotter_the_more_of_its_work_is_late(int waiting, int done, int late, int withDeadline, int degree) =>
        new StageHeat(waiting, done, null, late, withDeadline).Degree.ShouldBe(degree);
}
