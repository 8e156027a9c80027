using WorkflowAccountability.Procedure.Organisations;

namespace WorkflowAccountability.Procedure.Tests.Organisations;

public sealed class OrganisationDirectoryTests
{
    private static readonly OrganisationDirectory People = OrganisationDirectory.Shipped;
    private static readonly DateOnly Autumn2016 = new(2016, 9, 1);
    private static readonly DateOnly LastDayOfTheBureau = new(2018, 3, 19);
    private static readonly DateOnly FirstDayOfTheCommission = new(2018, 3, 20);
    private static readonly DateOnly Reform = new(2019, 2, 1);

    [Fact]
    public void A_renamed_body_keeps_its_id_and_is_called_as_it_was_called_on_the_day()
    {
        People.ShortNameOf("env", Reform.AddDays(-1)).ShouldBe("州环保局");
        People.ShortNameOf("env", Reform).ShouldBe("州生态环境局");
        People.OrganisationsFor(Roles.LeadEnv, Autumn2016).ShouldBe(["env"]);
        People.OrganisationsFor(Roles.LeadEnv, Reform).ShouldBe(["env"]);
    }

    [Fact]
    public void Supervision_passes_from_the_bureau_to_the_commission_overnight()
    {
        People.OrganisationsFor(Roles.Supervision, LastDayOfTheBureau).ShouldBe(["supervision"]);
        People.OrganisationsFor(Roles.Supervision, FirstDayOfTheCommission).ShouldBe(["supervision-commission"]);
        People.SuccessorsOf("supervision").ShouldBe(["supervision-commission"]);
        People.Exists("supervision", FirstDayOfTheCommission).ShouldBeFalse();
    }

    [Fact]
    public void The_same_people_have_the_role_before_and_after_it_passed()
    {
        var before = People.PeopleFor(Roles.Supervision, LastDayOfTheBureau);

        before.Count.ShouldBe(5);
        People.PeopleFor(Roles.Supervision, FirstDayOfTheCommission).ShouldBe(before);
        People.PostOf("supervision-guo", LastDayOfTheBureau).ShouldBe("州监察局副局长");
        People.PostOf("supervision-guo", FirstDayOfTheCommission).ShouldBe("州监委副主任");
    }

    [Fact]
    public void An_official_has_the_roles_of_his_body_and_of_every_official()
    {
        People.RolesOf("env-wang", Autumn2016).ShouldBe([Roles.LeadEnv, Roles.AnyOffice], ignoreOrder: true);
        People.RolesOf("water-jin", Autumn2016).ShouldBe([Roles.AnyOffice]);
        People.RolesOf("experts-shi", Autumn2016).ShouldBe([Roles.Expert]);
    }

    [Fact]
    public void Nobody_has_a_role_or_a_post_before_he_took_one_up_and_strangers_never_do()
    {
        People.RolesOf("env-wang", new(2014, 2, 28)).ShouldBeEmpty();
        People.PostOf("env-wang", new(2014, 2, 28)).ShouldBeEmpty();
        People.PostOf("env-wang", new(2014, 3, 1)).ShouldBe("州环保局副局长");
        People.RolesOf("nobody", Autumn2016).ShouldBeEmpty();
    }

    [Fact]
    public void A_body_that_is_gone_is_still_named_by_its_last_name() =>
        People.NameOf("supervision", new(2026, 1, 1)).ShouldBe("昌吉回族自治州监察局");

    [Fact]
    public void An_unknown_id_is_known_as_such_and_stands_for_itself_in_a_refusal()
    {
        People.KnowsOrganisation("nowhere").ShouldBeFalse();
        People.KnowsPerson("nobody").ShouldBeFalse();
        People.NameOf("nowhere", Autumn2016).ShouldBe("nowhere");
        People.NameOfPerson("nobody").ShouldBe("nobody");
        People.NameOfPerson("gov-zhang").ShouldBe("张砚秋");
    }

    [Fact]
    public void The_lists_of_a_day_hold_what_there_was_on_that_day()
    {
        People.OrganisationsOn(LastDayOfTheBureau).ShouldContain("supervision");
        People.OrganisationsOn(FirstDayOfTheCommission).ShouldNotContain("supervision");
        People.PeopleOn(new(2014, 2, 28)).ShouldBeEmpty();
        People.PeopleOn(Autumn2016).Count.ShouldBe(81);
        People.PostsOn(Autumn2016).Select(post => post.PersonId).ShouldBe(People.PeopleOn(Autumn2016));
    }

    [Theory]
    [InlineData("环保局", "env")]
    [InlineData("生态环境局", "env")]
    [InlineData("监察局", "supervision")]
    [InlineData("准东", "park-zhundong")]
    public void Any_name_a_body_ever_had_finds_it(string text, string id) => People.Search(text).ShouldContain(id);

    [Fact]
    public void Successors_are_followed_to_the_end_even_in_a_circle()
    {
        OrganisationSuccession Step(string from, string to, int year) =>
            new() { FromId = from, ToId = to, Kind = SuccessionKind.Merge, Date = new(year, 1, 1), Basis = "" };
        var register = OrganisationSeed.Load() with
        {
            Successions = [Step("land", "water", 2019), Step("water", "forestry", 2021), Step("forestry", "land", 2022)],
        };

        new OrganisationDirectory(register).SuccessorsOf("land").ShouldBe(["water", "forestry"]);
    }
}
