using System.Text;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Play;

/// <summary>Trying a workflow as a browser does.</summary>
internal static class Trying
{
    /// <summary>Begins anew, by hand or with the example, and answers the page of the sandbox.</summary>
    public static async Task<Page> BeginAsync(this Browser drafter, string path, string by, int? version = null)
    {
        var door = await drafter.LeftAsync(version is null ? path : $"{path}?version={version}");
        var answer = await drafter.SubmitAsync(door, path + "/begin", new KeyValuePair<string, string>("By", by));
        answer.Status.ShouldBe(303, answer.Text);
        return await drafter.GetAsync(answer.Location!);
    }

    /// <summary>Ends what was tried, and answers the page on which one begins.</summary>
    public static async Task<Page> LeftAsync(this Browser drafter, string address)
    {
        var path = address.Split('?')[0];
        await drafter.PostAsync(path + "/leave", (await drafter.GetAsync(path)).FieldsOf("/sign-out"));
        return await drafter.GetAsync(address);
    }

    /// <summary>Every row of every table, as text: what changed anything changed this.</summary>
    public static Task<string> EverythingAsync(this RunningSite site) => site.ReadAsync(async db =>
    {
        var all = new StringBuilder();
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()).OfType<string>().Distinct().Order(StringComparer.Ordinal))
        {
            using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\" ORDER BY 1";
            using var rows = await command.ExecuteReaderAsync();
            var values = new object[rows.FieldCount];
            all.AppendLine(table);
            while (await rows.ReadAsync())
            {
                rows.GetValues(values);
                all.AppendLine(string.Join('|', values.Select(value => value is byte[] bytes ? Convert.ToHexString(bytes) : value)));
            }
        }
        return all.ToString();
    });
}
