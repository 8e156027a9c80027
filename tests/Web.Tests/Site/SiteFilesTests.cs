namespace WorkflowAccountability.Web.Tests.Site;

public sealed class SiteFilesTests(DemoSite demo) : IClassFixture<DemoSite>
{
    public static TheoryData<string> Files()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        return [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".css" or ".js" or ".svg")
            .Select(file => "/" + Path.GetRelativePath(folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task No_address_of_a_page_hides_a_file_of_the_site(string file)
    {
        using var anybody = demo.Site.Browser();

        (await anybody.GetAsync(file)).Status.ShouldBe(200);
    }
}
