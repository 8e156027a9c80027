using WorkflowAccountability.Procedure.Documents;

namespace WorkflowAccountability.Procedure.Tests.Documents;

public sealed class FileNameTests
{
    [Theory]
    [InlineData("阿布都热合曼·买买提 谈话笔录.docx")]
    [InlineData("𠮷𪚥𬭚鿍·㐂.pdf")]
    [InlineData("昌州政函〔2016〕12号（定稿）.ofd")]
    public void A_name_stays_as_its_owner_wrote_it(string name) => FileName.Clean(name).ShouldBe(name);

    [Theory]
    [InlineData("C:\\Users\\张\\桌面\\报告.pdf", "报告.pdf")]
    [InlineData("../../etc/passwd.txt", "passwd.txt")]
    [InlineData("报告\u202Efdp.exe", "报告fdp.exe")]
    [InlineData("a\r\nSet-Cookie: x.pdf", "aSet-Cookie_ x.pdf")]
    [InlineData("con<>|?.pdf", "con____.pdf")]
    [InlineData("   .pdf", "pdf")]
    [InlineData("", "未命名")]
    [InlineData("报告.pdf. . ", "报告.pdf")]
    public void What_misleads_or_breaks_headers_is_left_out(string given, string clean) => FileName.Clean(given).ShouldBe(clean);

    [Fact]
    public void A_long_name_keeps_its_extension_and_no_half_characters()
    {
        var clean = FileName.Clean(string.Concat(Enumerable.Repeat("𠮷", 400)) + ".docx");

        clean.EnumerateRunes().Count().ShouldBe(FileName.MaxLength);
        clean.ShouldEndWith("𠮷.docx");
    }
}
