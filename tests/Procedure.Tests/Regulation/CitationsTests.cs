using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Tests.Regulation;

public sealed class CitationsTests
{
    [Theory]
    [InlineData("第八条第二句")]
    [InlineData("第六条第（二）项、第十六条第一款")]
    [InlineData("内部环节")]
    [InlineData("内部环节（登记、分办）")]
    [InlineData("第十一条第一款、参照《突发环境事件调查处理办法》第十六条")]
    public void A_clause_an_internal_step_and_an_analogy_are_sound_alone_and_together(string citation) =>
        Citations.IsSound(citation).ShouldBeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("参照")]
    [InlineData("第十八条")]
    [InlineData("第八条第三句")]
    [InlineData("第六条第(二)项")]
    [InlineData("第七条、")]
    [InlineData("第七条第一句、第九十九条")]
    [InlineData("参照《信访工作条例》第二十二条、第九十九条")]
    public void What_the_regulation_does_not_say_is_not_sound(string citation) =>
        Citations.IsSound(citation).ShouldBeFalse();

    [Fact]
    public void A_comma_inside_brackets_does_not_part_citations() =>
        Citations.Split("内部环节（登记、分办）、第七条").ShouldBe(["内部环节（登记、分办）", "第七条"]);
}
