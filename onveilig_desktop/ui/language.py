"""Speaking one language everywhere, Qt's own buttons included."""

from PySide6.QtCore import QLocale

from onveilig_desktop import texts
from onveilig_desktop.texts import Language

_NAME = "qt-words"


def of_the_system() -> Language:
    """Return the language of this computer if it is one of ours, else English."""
    spoken = QLocale.system().name()[:2]
    return texts.known(spoken) or "en"


def speak(language: Language) -> None:
    """Use *language* from now on; what is already on the screen stays as it is."""
    texts.use(language)
    QLocale.setDefault(QLocale(language))


def let_qt_speak() -> None:
    """Give Qt's own buttons and dialogs the words of the language in use."""
    # late: not before the first paint
    from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

    application = QCoreApplication.instance()
    if application is None:
        return
    for old in application.findChildren(QTranslator, _NAME):
        QCoreApplication.removeTranslator(old)
        old.deleteLater()
    translator = QTranslator(application)
    translator.setObjectName(_NAME)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{texts.language()}", folder):
        QCoreApplication.installTranslator(translator)
