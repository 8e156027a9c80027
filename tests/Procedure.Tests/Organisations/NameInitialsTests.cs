using WorkflowAccountability.Procedure.Organisations;

namespace WorkflowAccountability.Procedure.Tests.Organisations;

public sealed class NameInitialsTests
{
    [Theory]
    [InlineData("张砚秋", "zyq")]
    [InlineData("张砚秋", "ZY")]
    [InlineData("单正清", "szq")]
    [InlineData("解望舒", "xws")]
    [InlineData("仇立峰", "qlf")]
    [InlineData("区时雨", "osy")]
    [InlineData("曾济明", "zjm")]
    [InlineData("查文瑾", "zwj")]
    [InlineData("任远亭", "ryt")]
    [InlineData("巴哈提·努尔兰", "bhtnel")]
    [InlineData("艾丁·赛力克", "adslk")]
    [InlineData("龘正", "dz")]
    public void A_person_is_found_by_the_initials_under_which_he_is_spoken_of(string name, string typed)
    {
        NameInitials.Match(name, typed).ShouldBeTrue();
        NameInitials.SpellingsOf(name).ShouldContain(typed.ToLowerInvariant());
    }

    [Theory]
    [InlineData("张砚秋", "z")]
    [InlineData("张砚秋", "zqy")]
    [InlineData("张砚秋", "zyqs")]
    [InlineData("张砚秋", "砚秋")]
    [InlineData("张砚秋", "")]
    public void One_letter_a_wrong_order_more_letters_than_the_name_has_and_words_are_no_initials_of_it(string name, string typed) =>
        NameInitials.Match(name, typed).ShouldBeFalse();

    [Fact]
    public void Names_with_many_readings_have_few_spellings() =>
        NameInitials.SpellingsOf("行单乐曾解查").Count.ShouldBeLessThan(200);

    [Fact]
    public void Everybody_in_the_shipped_directory_has_initials() =>
        OrganisationDirectory.Shipped.AllPeople.Where(person => NameInitials.SpellingsOf(person.Name).Count == 0).Select(person => person.Name).ShouldBeEmpty();
}
