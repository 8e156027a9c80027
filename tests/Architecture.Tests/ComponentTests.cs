using System.Text.RegularExpressions;

namespace WorkflowAccountability.Architecture.Tests;

public sealed partial class ComponentTests
{
    [Fact]
    public void No_component_is_given_the_requests_context_because_components_of_a_page_load_side_by_side()
    {
        var components = Repository.Files.Where(file => file.Path.StartsWith("src/", StringComparison.Ordinal)
            && (file.Path.EndsWith(".razor", StringComparison.Ordinal) || file.Path.EndsWith(".razor.cs", StringComparison.Ordinal))).ToList();

        components.Where(component => component.Text.Contains("IDbContextFactory<AccountabilityDb>", StringComparison.Ordinal))
            .ShouldNotBeEmpty("the test must see components that read, or it protects nothing");
        components.Where(component => component.Matches(Context())).Select(component => component.Path)
            .ShouldBeEmpty("inject IDbContextFactory<AccountabilityDb> and make a context of the component's own, or read in the endpoint");
    }

    [GeneratedRegex(@"@inject\s+AccountabilityDb\b|\[Inject\][^;{]*\bAccountabilityDb\s|\(\s*AccountabilityDb\s+\w+\s*\)\s*:\s*ComponentBase")]
    private static partial Regex Context();
}
