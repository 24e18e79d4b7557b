namespace Aep.Sdk.Emulator.DestinationAuthoring.Templates;

/// <summary>Says where something went wrong that did not know where it stands.</summary>
internal static class TemplateErrors
{
    public static T At<T>(int offset, Func<T> compute)
    {
        try
        {
            return compute();
        }
        catch (TemplateException exception) when (exception.Offset < 0)
        {
            throw new TemplateException(exception.Message, offset);
        }
    }
}
