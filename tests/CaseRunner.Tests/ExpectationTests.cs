using System.Text.Json.Nodes;

namespace WorkflowAccountability.CaseRunner.Tests;

public sealed class ExpectationTests
{
    private const string Found = """
        { "status": 303, "outcome": "Approved", "dueOn": null, "opens": [{ "stage": "A", "seat": "draft" }, { "stage": "B", "seat": "form" }] }
        """;

    [Theory]
    [InlineData("""{ "status": 303 }""")]
    [InlineData("""{ "outcome": "Approved", "dueOn": null }""")]
    [InlineData("""{ "opens": [{ "stage": "A" }, { "seat": "form" }] }""")]
    [InlineData("""{ "opens": ["A", "B"] }""")]
    public void What_is_expected_is_compared_and_the_rest_is_free(string expected) => DifferenceOf(expected).ShouldBeNull();

    [Theory]
    [InlineData("""{ "status": 422 }""", "$.expect.status: expected 422, found 303")]
    [InlineData("""{ "outcome": null }""", "$.expect.outcome: expected nothing, found \"Approved\"")]
    [InlineData("""{ "dueOn": "2022-03-02" }""", "$.expect.dueOn: expected \"2022-03-02\", found nothing")]
    [InlineData("""{ "opens": [{ "stage": "A" }, { "seat": "draft" }] }""", "$.expect.opens[1].seat: expected \"draft\", found \"form\"")]
    [InlineData("""{ "opens": ["B", "A"] }""", "$.expect.opens[0]: expected \"B\", found \"A\"")]
    [InlineData("""{ "opens": ["A"] }""", "$.expect.opens: expected [\"A\"], found [\"A\",\"B\"]")]
    [InlineData("""{ "opens": [] }""", "$.expect.opens: expected [], found [\"A\",\"B\"]")]
    public void The_first_difference_is_named_by_its_place(string expected, string difference) => DifferenceOf(expected).ShouldBe(difference);

    private static string? DifferenceOf(string expected) => Expectation.Difference(JsonNode.Parse(expected), JsonNode.Parse(Found), "$.expect");
}
