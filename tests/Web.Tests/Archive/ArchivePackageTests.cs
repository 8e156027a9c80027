using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Web.Tests.Papers;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Archive;

/// <summary>第十四条第（二）项第二段 (完整保存): what is taken out of the system is whole, can be checked, and is read without it.</summary>
public sealed class ArchivePackageTests(CaseSite cases) : IClassFixture<CaseSite>
{
    private readonly RunningSite site = cases.Site;

    [Fact]
    public async Task 第十四条第二项第二段_an_archive_package_is_whole_can_be_checked_and_is_read_without_the_system()
    {
        var report = await site.SignedReportAsync();
        using var official = await site.SignedInAsync("gov-zhang");
        (await official.SubmitFilesAsync(await official.GetAsync($"/cases/{SeededCase.Id}"), $"/cases/{SeededCase.Id}/documents", [new("_command", "a1b2c3d4e5f60718")],
            ("Files", "监测报告 第1号.txt", Encoding.UTF8.GetBytes("氨氮超标。")))).Status.ShouldBe(303);

        using var package = await PackedForAsync(official);

        var sums = Read(package, "SHA256SUMS").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split("  ", 2)).ToDictionary(line => line[1], line => line[0]);
        sums.Keys.Order().ShouldBe(package.Entries.Select(entry => entry.FullName).Except(["SHA256SUMS"]).Order(), "every file has its hash, and every hash its file");
        foreach (var (path, hash) in sums)
            Convert.ToHexStringLower(SHA256.HashData(BytesOf(package, path))).ShouldBe(hash, path);

        var file = XDocument.Parse(Read(package, "case.xml")).Root!;
        ((string?)file.Attribute("案号")).ShouldBe("昌环追〔2026〕1号");
        file.Element("办理记录")!.Elements("环节").Select(stage => (int)stage.Attribute("序号")!).ShouldBe(Enumerable.Range(1, file.Element("办理记录")!.Elements("环节").Count()));
        file.Descendants("文件").Select(document => (Path: (string)document.Attribute("路径")!, Hash: (string)document.Attribute("SHA-256")!))
            .ShouldAllBe(document => string.Equals(sums[document.Path], document.Hash, StringComparison.OrdinalIgnoreCase));

        file.Element("调查组")!.Elements("成员").Select(member => (string)member.Attribute("职责")!).ShouldContain("组长");
        file.Element("处理措施")!.Elements("措施").ShouldAllBe(measure => measure.Attribute("撤销") == null);
        file.Descendants("未收入").ShouldBeEmpty();

        var page = new HtmlParser().ParseDocument(Read(package, "index.html"));
        page.QuerySelectorAll("script, link, iframe, img").ShouldBeEmpty("any browser of any year reads it");
        page.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!).ShouldAllBe(path => sums.ContainsKey(path));
        page.Body!.TextContent.ShouldContain("阜康市某河水污染事件");

        var paper = await site.ReadAsync(db => db.Papers.SingleAsync(paper => "/papers/" + paper.Id == report));
        Convert.ToHexString(SHA256.HashData(BytesOf(package, $"papers/{paper.Number}.docx"))).ShouldBe(paper.Sha256, "the document as it was locked");
    }

    [Fact]
    public async Task What_lies_behind_the_wall_is_packed_for_the_team_alone()
    {
        const string behind = "调查履职情况并提出追责意见";
        using var government = await site.SignedInAsync("gov-zhang");
        using var team = await site.SignedInAsync("supervision-guo");

        using var outside = await PackedForAsync(government);
        using var inside = await PackedForAsync(team);

        Read(inside, "case.xml").ShouldContain(behind);
        foreach (var part in new[] { "case.xml", "index.html" })
            Read(outside, part).ShouldNotContain(behind);
    }

    private static async Task<ZipArchive> PackedForAsync(Browser official)
    {
        using var answer = await official.TakeAsync(await official.GetAsync($"/cases/{SeededCase.Id}/ledgers"), $"/cases/{SeededCase.Id}/archive");
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("application/zip");
        return new ZipArchive(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()));
    }

    private static string Read(ZipArchive package, string path) => Encoding.UTF8.GetString(BytesOf(package, path));

    private static byte[] BytesOf(ZipArchive package, string path)
    {
        using var part = (package.GetEntry(path) ?? throw new InvalidOperationException($"There is no {path} in the package.")).Open();
        using var bytes = new MemoryStream();
        part.CopyTo(bytes);
        return bytes.ToArray();
    }
}
