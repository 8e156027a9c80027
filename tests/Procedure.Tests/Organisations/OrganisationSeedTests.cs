using System.Reflection;
using WorkflowAccountability.Procedure.Organisations;

namespace WorkflowAccountability.Procedure.Tests.Organisations;

public sealed class OrganisationSeedTests
{
    private static readonly OrganisationDirectory People = OrganisationDirectory.Shipped;

    public static TheoryData<string> Days { get; } = ["2016-08-26", "2018-03-20", "2019-02-01", "2026-12-31"];

    [Fact]
    public void The_codes_in_the_code_are_the_codes_in_the_data() =>
        typeof(Roles).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!)
            .ShouldBe(Roles.All.Select(role => role.Code), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Days))]
    public void Every_role_is_played_by_somebody_on_every_day_of_the_regulation(string day) =>
        Roles.All.Where(role => People.PeopleFor(role.Code, Day.Of(day)) is []).ShouldBeEmpty();

    [Theory]
    [InlineData("gov", 3)]
    [InlineData("party", 2)]
    [InlineData("env", 5)]
    [InlineData("supervision", 5)]
    [InlineData("discipline", 2)]
    [InlineData("org-dept", 2)]
    [InlineData("police", 2)]
    [InlineData("audit", 2)]
    [InlineData("finance", 2)]
    [InlineData("oversight", 2)]
    [InlineData("env-committee", 2)]
    [InlineData("experts", 4)]
    public void There_are_enough_officials_to_race_and_to_step_aside(string organisation, int people) =>
        People.PeopleOf(organisation, new(2016, 9, 1)).Count.ShouldBe(people);

    [Fact]
    public void Seven_counties_and_three_parks_are_each_led_by_a_head_and_a_deputy_for_the_environment()
    {
        var day = new DateOnly(2016, 9, 1);

        var counties = People.OrganisationsFor(Roles.County, day).Where(id => !id.EndsWith("-party", StringComparison.Ordinal)).ToList();

        counties.Count.ShouldBe(10);
        foreach (var county in counties)
            People.PeopleOf(county, day).SelectMany(person => People.PostsOf(person, day)).Select(post => (post.Rank, post.Field))
                .ShouldBe([(PostRank.Head, null), (PostRank.Leader, "生态环境保护")]);
    }

    [Fact]
    public void Every_call_makes_new_rows_so_that_one_database_cannot_change_anothers()
    {
        OrganisationSeed.Load().People[0].Name = "改";

        OrganisationSeed.Load().People[0].Name.ShouldNotBe("改");
    }

    [Fact]
    public void A_register_tells_everything_that_is_wrong_with_it()
    {
        var day = new DateOnly(2016, 1, 1);
        OrganisationName Name(string name, DateOnly from, DateOnly? to) => new()
        { OrganisationId = "a", Name = name, ShortName = name, ValidFrom = from, ValidTo = to, Basis = "" };
        var register = new OrganisationRegister(
            [new() { Id = "a", Kind = OrganisationKind.Office, Level = AdministrativeLevel.County, ParentId = "b" }],
            [Name("旧", day, day.AddDays(5)), Name("新", day.AddDays(6), null)],
            [],
            [],
            [new() { Id = "p-1", PersonId = "p", OrganisationId = "a", Title = "", Rank = PostRank.Staff, From = day.AddDays(-1) }],
            [new() { Id = "r", Role = "KING", OrganisationId = "a", From = day, To = day }]);

        register.Faults().ShouldBe([
            "a parent names the unknown organisation 'b'.",
            "the post p-1 belongs to the unknown person 'p'.",
            "r: the role 'KING' is unknown.",
            "r: ends on 2016-01-01, not after its beginning on 2016-01-01.",
            "a: '新' must begin on the day on which '旧' ends.",
            "the post p-1 begins before or lasts longer than 'a'.",
        ]);
    }
}
