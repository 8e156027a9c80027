namespace WorkflowAccountability.Web.Start;

/// <summary>What the person at the console needs: the address and, for a demonstration, the accounts.</summary>
internal static class Greeting
{
    private static readonly (string Accounts, string Who)[] demo =
    [
        ("env-sun, env-wang, env-chen", "州生态环境局：登记线索、情形认定、组长"),
        ("gov-zhang, gov-li", "州人民政府：启动、批准"),
        ("party-zhao", "州党委：审查批准"),
        ("supervision-he, supervision-guo", "州监察委员会：独立调查、移送、跟踪"),
        ("discipline-han, org-dept-cao", "州纪委、州党委组织部：征求意见"),
        ("oversight-shen", "州政府督查室"),
        ("it-lu", "系统管理员"),
    ];

    public static async Task WriteAsync(WebApplication site)
    {
        await Console.Out.WriteLineAsync($"\nOpen {string.Join(" or ", site.Urls)}");
        if (!site.Services.GetRequiredService<SiteOptions>().Demo)
            return;
        await Console.Out.WriteLineAsync($"Demo accounts, password {DemoOfficials.Password}:");
        foreach (var (accounts, who) in demo)
            await Console.Out.WriteLineAsync($"  {accounts,-34} {who}");
    }
}
