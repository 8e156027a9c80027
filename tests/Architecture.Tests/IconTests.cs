using System.Text.RegularExpressions;
using WorkflowAccountability.Procedure.Site;

namespace WorkflowAccountability.Architecture.Tests;

public sealed partial class IconTests
{
    [Fact]
    public void Every_icon_that_a_page_shows_is_among_those_that_are_fetched()
    {
        var fetched = new SourceFile("src/Web/icons.txt").Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var shown = Repository.In("src").Where(file => file.Path.EndsWith(".razor", StringComparison.Ordinal))
            .SelectMany(file => Shown().Matches(file.Text).Select(match => (Icon: match.Groups[1].Value, file.Path)))
            .Concat(NavigationPlace.All.Select(place => (place.Icon, Path: "NavigationPlace.cs"))).ToList();

        shown.Select(icon => icon.Icon).ShouldContain("inbox", "the test must see the icons, or it protects nothing");
        shown.Where(icon => !fetched.Contains(icon.Icon)).Select(icon => $"{icon.Icon} in {icon.Path}").ShouldBeEmpty("name it in src/Web/icons.txt");
    }

    [GeneratedRegex("""<Icon Name="([a-z0-9-]+)" """)]
    private static partial Regex Shown();
}
