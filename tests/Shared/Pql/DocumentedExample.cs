namespace Aep.Sdk.TestSupport;

/// <summary>A rule that shows what a documented function of PQL does.</summary>
/// <param name="Function">The function or operator as its page names it.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Holds">Whether it holds of the profile in the tests.</param>
/// <param name="IsOfThePage">Whether the example of the page is in it, word for word.</param>
internal sealed record DocumentedExample(string Function, string Rule, bool Holds, bool IsOfThePage);
