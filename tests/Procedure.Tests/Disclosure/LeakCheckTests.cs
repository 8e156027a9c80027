using System.IO.Compression;
using System.Text;
using WorkflowAccountability.Procedure.Disclosure;
using WorkflowAccountability.Procedure.Papers;
using WorkflowAccountability.Procedure.Papers.Kinds;
using WorkflowAccountability.Procedure.Papers.Layout;
using WorkflowAccountability.Procedure.Tests.Papers;

namespace WorkflowAccountability.Procedure.Tests.Disclosure;

/// <summary>第十一条第一款第二句: what becomes public holds nothing that was cut, and the check that says so finds what is hidden.</summary>
public sealed class LeakCheckTests
{
    private static readonly PaperSheet report = FinishedCase.Sheet(new InvestigationReport());
    private static readonly EditionText proposed = new() { Title = report.Title, Cuts = ProposedCuts.Of(report, FinishedCase.Source) };

    [Fact]
    public void 第十一条第一款第二句_向社会公开_with_the_proposed_cuts_the_bytes_hold_no_persons_name_no_id_and_nothing_hidden()
    {
        var published = CutText.PublicSheet(report, proposed);
        string[] secrets = [.. KnownNames.Of(FinishedCase.Source), .. FinishedCase.Source.Directory.AllPeople.Select(person => person.Id), FinishedCase.Source.File.Number, FinishedCase.Source.File.Id];

        secrets.Length.ShouldBeGreaterThan(50, "the test must know names, or it protects nothing");
        LeakCheck.In(PaperDocx.Write(report), secrets).ShouldNotBeEmpty("the internal text names persons");
        LeakCheck.In(PaperDocx.Write(published), secrets).ShouldBeEmpty();
        published.Number.ShouldBeNull();
        published.Addressee.ShouldBeNull();
        published.Note.ShouldBe("此件公开发布");
    }

    [Fact]
    public void A_cut_takes_the_words_away_everywhere_and_the_longer_of_two_first()
    {
        Cut[] cuts = [new("张三", "某人", "Privacy"), new("张三（时任副市长）", "时任副市长", "Privacy"), new("13912345678", null, "Privacy")];

        CutText.Apply("张三（时任副市长）和张三，电话13912345678。", cuts).ShouldBe("时任副市长和某人，电话×××。");
        CutText.Apply("无关文字", cuts).ShouldBe("无关文字");
        CutText.Apply("某人", [new("某人", "张三", "Privacy"), new("张三", "某人", "Privacy")]).ShouldBe("张三", "what was put in is not cut again, so the check must find it");
    }

    [Theory]
    [InlineData("<w:del w:id=\"1\"><w:r><w:delText>旧文</w:delText></w:r></w:del>")]
    [InlineData("<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>")]
    [InlineData("<w:r><w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr><w:t>白</w:t></w:r>")]
    [InlineData("<w:commentRangeStart w:id=\"0\"/>")]
    [InlineData("<!-- 张三 -->")]
    [InlineData("<w:r><w:instrText>INCLUDETEXT x</w:instrText></w:r>")]
    [InlineData("<w:r w:rsidR=\"00A1\"><w:t>x</w:t></w:r>")]
    [InlineData("<w:r><w:t>张</w:t></w:r><w:r><w:t>三</w:t></w:r>")]
    [InlineData("<w:r><w:t>&#x5F20;&#x4E09;</w:t></w:r>")]
    [InlineData("<w:r><w:t>652301198001011234</w:t></w:r>")]
    [InlineData("<w:r><w:t>13912345678</w:t></w:r>")]
    public void What_hides_in_a_file_is_found(string hidden)
    {
        var clean = PaperDocx.Write(CutText.PublicSheet(report, proposed));

        LeakCheck.In(clean, ["张三"]).ShouldBeEmpty();
        LeakCheck.In(With(clean, hidden), ["张三"]).ShouldNotBeEmpty();
    }

    [Fact]
    public void A_foreign_part_a_remark_of_the_archive_and_words_in_another_encoding_are_found()
    {
        var clean = PaperDocx.Write(CutText.PublicSheet(report, proposed));

        LeakCheck.In(Added(clean, "word/media/image1.bin", Encoding.Unicode.GetBytes("张三")), ["张三"]).Select(leak => leak.What).ShouldBe(["unknown part", "张三"], ignoreOrder: true);
        LeakCheck.In(Added(clean, "docProps/app.xml", "<x/>"u8.ToArray()), []).ShouldNotBeEmpty();
        LeakCheck.In([.. clean, .. Encoding.UTF8.GetBytes("张三")], ["张三"]).ShouldContain(leak => leak.Where == "package");
    }

    private static byte[] With(byte[] docx, string markup) => Changed(docx, package =>
    {
        var part = package.GetEntry("word/document.xml")!;
        string text;
        using (var reader = new StreamReader(part.Open()))
            text = reader.ReadToEnd();
        part.Delete();
        using var writer = new StreamWriter(package.CreateEntry("word/document.xml").Open());
        writer.Write(text.Replace("</w:body>", $"<w:p>{markup}</w:p></w:body>", StringComparison.Ordinal));
    });

    private static byte[] Added(byte[] docx, string name, byte[] content) => Changed(docx, package =>
    {
        using var stream = package.CreateEntry(name).Open();
        stream.Write(content);
    });

    private static byte[] Changed(byte[] docx, Action<ZipArchive> change)
    {
        var copy = new MemoryStream();
        copy.Write(docx);
        using (var package = new ZipArchive(copy, ZipArchiveMode.Update, leaveOpen: true))
            change(package);
        return copy.ToArray();
    }
}
